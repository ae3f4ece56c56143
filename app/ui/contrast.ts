/** The contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour, moved towards black or white only as far as it needs to stand out from the ground. */
export function standingOut(colour: string, ground: string, least: number): string {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff'
  const shares = Array.from({ length: 101 }, (_, i) => i / 100)
  const share = shares.find((each) => contrast(mix(colour, towards, each), ground) >= least)
  return mix(colour, towards, share ?? 1)
}

/** White or black, whichever is read better on the colour. */
export const inkOn = (colour: string): string =>
  contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000'

/** The first colour with a share (0 to 1) of the second. */
export const mix = (a: string, b: string, share: number): string =>
  `#${channels(a)
    .map((each, i) => Math.round(each + (channels(b)[i]! - each) * share))
    .map((each) => each.toString(16).padStart(2, '0'))
    .join('')}`

const channels = (colour: string): number[] => {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new TypeError(`a colour is written #rrggbb, not ${colour}`)
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour)
    .map((each) => each / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
