/** As many looks as lines can be told apart by, without a colour: a dash and a marker each. */
const markers = ['circle', 'square', 'triangle', 'diamond', 'wedge'] as const
const dashes = [undefined, '7 4', '2 4', '10 4 2 4'] as const

export type Look = { chapter: number | undefined; marker: (typeof markers)[number]; dash: string | undefined }

/** The look of the n-th line; a single one takes the colour of what it stands in. */
export const lookOf = (index: number, of: number, chapter?: number): Look => ({
  chapter: chapter ?? (of === 1 ? undefined : (index % 5) + 1),
  marker: markers[index % markers.length]!,
  dash: dashes[index % dashes.length],
})

/** A marker around a point; hollow says that the value may still change. */
export const Marker = (props: {
  look: Pick<Look, 'marker'>
  x: number
  y: number
  hollow?: boolean
  size?: number
}) => (
  <path
    class={props.hollow ? 'marker hollow' : 'marker'}
    d={outline(props.look.marker, props.x, props.y, props.size ?? 4.5)}
  />
)

function outline(marker: Look['marker'], x: number, y: number, r: number): string {
  const wide = r * 1.25
  const shape = {
    circle: `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    square: `m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}`,
    triangle: `m0 ${-wide}l${wide} ${2 * r}h${-2 * wide}`,
    diamond: `m0 ${-wide}l${wide} ${wide}l${-wide} ${wide}l${-wide} ${-wide}`,
    wedge: `m0 ${wide}l${-wide} ${-2 * r}h${2 * wide}`,
  }[marker]
  return `M${x} ${y}${shape}z`
}
