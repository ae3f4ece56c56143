import type { Examples } from './example.ts'
import { still } from './still.ts'

const walls = ['M2 2h26v8H2z', 'M30 2h8v26h-8z', 'M12 30h26v8H12z', 'M2 12h8v26H2z']

/** Seen from above, a courtyard with the houses around it and the people within: also the letter ㅁ. */
export const Mark = still(({ size = 40, colours }: { size?: number; colours?: readonly string[] }) => (
  <svg
    class="mark"
    width={size}
    height={size}
    viewBox="0 0 40 40"
    aria-hidden="true"
    xmlns="http://www.w3.org/2000/svg"
  >
    {walls.map((wall, i) => (
      <path d={wall} {...paint(i, colours)} />
    ))}
    <circle cx="20" cy="20" r="5" {...paint(4, colours)} />
  </svg>
))

const paint = (i: number, colours?: readonly string[]) =>
  colours ? { fill: colours[i] } : { class: `f${i + 1}` }

/** The mark as a file of its own, in colours that do not come from a stylesheet. */
export const renderMark = (colours: readonly string[]): string => String(<Mark colours={colours} />)

/** The five chapters as one thread, woven through every page. */
export const Thread = still(() => (
  <svg class="thread" viewBox="0 0 5 1" preserveAspectRatio="none" aria-hidden="true">
    {[0, 1, 2, 3, 4].map((i) => (
      <path d={`M${i} 0h1v1h-1z`} class={`f${i + 1}`} />
    ))}
  </svg>
))

/** People coming together in the courtyard; the front page's picture. */
export const Courtyard = still(() => (
  <svg class="courtyard" viewBox="0 0 400 400" aria-hidden="true">
    <path class="courtyard-ground" d="M76 76h248v248H76z" />
    <path class="f1" d="M20 20h304v44H20z" />
    <path class="f2" d="M336 20h44v304h-44z" />
    <path class="f3" d="M76 336h304v44H76z" />
    <path class="f4" d="M20 76h44v304H20z" />
    {people.map(({ x, y, chapter, r }) => (
      <circle cx={x} cy={y} r={r} class={`f${chapter}`} />
    ))}
  </svg>
))

const people = [7, 13, 19].flatMap((count, ring) =>
  Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI + ring * 0.35
    const far = 34 + ring * 34 + ((i * 7) % 3) * 4
    return {
      x: Math.round(200 + Math.cos(angle) * far),
      y: Math.round(200 + Math.sin(angle) * far),
      chapter: ((i * 3 + ring) % 5) + 1,
      r: 6 + ((i + ring) % 3),
    }
  }),
)

export const examples: Examples = {
  mark: () => <Mark size={96} />,
  thread: () => <Thread />,
  courtyard: () => <Courtyard />,
}
