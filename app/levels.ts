/**
 * Every room of the house, and the rooms it may import: only what stands above it here, so nothing goes in circles.
 * `npm run check` holds the code to it.
 */
export const mayImport = {
  kit: [],
  ui: ['kit'],
  city: ['kit'],
  record: ['kit', 'ui'],
  people: ['kit', 'ui', 'record', 'city'],
  search: ['kit', 'ui', 'record'],
  charter: ['kit', 'ui', 'record', 'people', 'city', 'search'],
  bodies: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter'],
  committees: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies'],
  home: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies', 'committees'],
  desk: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies', 'committees'],
  about: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies', 'committees'],
  glance: ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies', 'committees'],
  backup: ['kit', 'record'],
  exchange: ['kit', 'record', 'city'],
} as const satisfies Record<string, readonly string[]>

/** Of these any file may be imported; every other room is reached through its door, `index.ts`. */
export const toolkits: readonly string[] = ['kit', 'ui']

/** Files that ask for the real time, a `Date` or chance, and why nobody can hand it to them. */
export const clocksAndDice: Readonly<Record<string, string>> = {
  'app/kit/time.ts': 'the one clock',
}

/**
 * Rooms that mechanisms stand on, and at the edge those that carry a city to and fro. They are made of parts, each in
 * a file of its own; all others are mechanisms with the furniture of MAP.md.
 */
export const ground: readonly string[] = [
  'kit',
  'ui',
  'city',
  'record',
  'people',
  'search',
  'backup',
  'exchange',
]
