/** What every mechanism may build on. */
const shared = ['kit', 'ui', 'record', 'people', 'city', 'search', 'charter', 'bodies'] as const

/** Those who gather from every room. */
const gathered = [...shared, 'files', 'commitments', 'committees', 'petitions', 'indicators', 'plan'] as const

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
  files: ['kit', 'ui', 'record', 'people'],
  commitments: [...shared, 'files'],
  committees: [...shared, 'commitments'],
  petitions: [...shared, 'commitments', 'committees'],
  indicators: [...shared, 'files', 'commitments', 'committees'],
  plan: [...shared, 'files', 'commitments', 'committees', 'indicators'],
  home: gathered,
  tower: gathered,
  desk: gathered,
  about: gathered,
  glance: gathered,
  demonstration: gathered,
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
 * Rooms that mechanisms stand on, and at the edge those that carry a city to and fro or play one. They are made of
 * parts, each in a file of its own; all others are mechanisms with the furniture of MAP.md.
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
  'demonstration',
]
