import type { Facts } from '#kit/refusal.ts'
import type { NoteCode } from './popolo.ts'
import type { ProblemCode } from './problem.ts'

const problems: Record<ProblemCode, (facts: Facts) => string> = {
  'folder-in-use': ({ folder }) =>
    `${folder} is not empty, and nothing is written over. Give another folder.`,
  'not-answered': ({ path, why }) => `The city did not answer at ${path} (${why}). Nothing was written.`,
  moving: () =>
    'The record grew all the while it was read. Nothing was written; try again at a quieter hour.',
  'no-file': ({ file }) => `${file} cannot be read.`,
  'not-popolo': ({ file }) =>
    `${file} is not Popolo: a JSON object with organizations, posts, persons or memberships. See popoloproject.com.`,
  'not-a-city': ({ folder }) =>
    `${folder} is not a city that can be loaded as it stands, and nothing was written. To see what to mend: npx madang check-city ${folder}`,
}

const notes: Record<NoteCode, (facts: Facts) => string> = {
  malformed: ({ field }) => `${field} is missing or of the wrong kind`,
  'already-there': ({ key }) => `the city’s files have ${key} already; what belongs to it was taken`,
  key: ({ key, other }) => `is ${key} now, since the city’s files have another ${other}`,
  'no-name': () => 'it has no name',
  'no-organization': ({ organization }) =>
    `its organization (${organization || 'none'}) is not among those taken`,
  'no-post': ({ post }) => `its post (${post || 'none'}) is not among those taken`,
  'no-person': ({ person }) => `its person (${person || 'none'}) is not in the file, or has no name`,
  'no-start': () => 'it does not say since when',
  'no-term': () => 'holds no post: people are kept only as those who hold one',
  'not-accepted': ({ found, expected }) =>
    `the city’s files do not take it: expected ${expected}${found ? `, found ${found}` : ''}`,
  since: ({ since }) => `it does not say since when, so: since ${since}`,
  kind: ({ from, to }) => (from ? `${from} became ${to}` : `it had no classification, so: ${to}`),
  parent: ({ parent }) => `left out: belongs to ${parent}, which is not taken or did not stand then`,
  date: ({ date }) => `left out: ${date} is no date`,
  'filled-by': ({ role }) =>
    `how it is filled is not said${role ? ` (its role is ${role})` : ''}, so: appointment. Please check`,
  'left-out': ({ fields }) => `left out: ${fields}`,
}

export const en = {
  problems,
  notes,
  kinds: { organizations: 'organization', posts: 'post', persons: 'person', memberships: 'membership' },
  what: { dropped: 'dropped', changed: 'changed' },
  taken: (bodies: number, posts: number, terms: number) =>
    `Taken: bodies ${bodies}, posts ${posts}, terms of office ${terms}.`,
  written: 'Written; read them and mark what you have checked:',
  wouldWrite: 'Nothing was written. These files would be:',
  exported: (folder: string, files: number, size: string) =>
    `The data is in ${folder}: ${files} files, ${size}.`,
  checkIt: (folder: string) => `To check the record in it: npx madang verify ${folder}`,
  readme: (name: string, url: string, on: string) => `OPEN DATA OF ${name.toUpperCase()}

Taken from ${url} on ${on}.

ko/, en/ …     every public list, in each language of the city, as CSV (opens in a
               spreadsheet) and JSON; bodies.popolo.json and districts.geojson
city/          the files from which the city's law, bodies and rules are loaded, where
               this copy has them
openapi.json   what each list holds, and where the city answers it today
record/        the public record: every act of the city, sealed in a log that shows
               whatever is changed afterwards

LICENCE  Free to use, change and pass on, for any purpose; please name the city as the
source. What the city took from others keeps their conditions: see sources.csv.

TO CHECK THE RECORD, with Madang, in this folder:

    npx madang verify .

It reads every entry and says in plain words whether the log, its signatures and the
published things agree. To be sure that the copy is the city's own, get the key that the
city signs with from somewhere else than this copy, and add --key.
`,
}

export type Words = typeof en
