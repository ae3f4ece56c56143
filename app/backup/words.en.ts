import type { Facts } from '#kit/refusal.ts'
import type { ProblemCode } from './problem.ts'

const problems: Record<ProblemCode, (facts: Facts) => string> = {
  'in-use': () =>
    'A running city is using this data folder, and gives no copy of its database. Stop it, or start it anew, and try again.',
  'no-keys': () =>
    'There are no keys in the data folder, so there is no city to copy. Is DATA_DIR the right one?',
  'nothing-stored': () =>
    'No city has been stored here yet. Start it once with npx madang serve, and try again.',
  'file-exists': ({ file }) => `${file} is there already and is not written over. Give another name.`,
  beside: ({ folder }) =>
    `A copy inside ${folder} would be lost together with the city. Give a place outside of it.`,
  'no-recipient': () =>
    'Say for whom the copy is sealed: --recipient age1…, or --passphrase-file. To make a pair of keys: npx madang backup --new-key FILE',
  'no-identity': () =>
    'Say with what the copy is opened: --identity FILE with the secret key, or --passphrase-file.',
  'bad-recipient': ({ recipient }) =>
    `${recipient} is no public key of age. It begins with age1 and stands in the key file after “public key:”.`,
  'bad-key-file': ({ file }) =>
    `${file} holds no secret key of age (a line beginning with AGE-SECRET-KEY-), or no passphrase of at least twelve characters.`,
  'no-file': ({ file }) => `${file} cannot be read.`,
  'cannot-open': () => 'This key does not open this copy, or the file is no copy. Nothing was changed.',
  damaged: ({ part }) =>
    part
      ? `The copy is damaged: ${part} is not as it was when the copy was made. Nothing was changed. Use another copy.`
      : 'The copy is damaged or not whole. Nothing was changed. Use another copy.',
  newer: ({ madang }) =>
    `The copy was made by a newer version of Madang (${madang}). Install that one, and try again.`,
  'other-database': ({ kind }) =>
    kind === 'postgres'
      ? 'The copy is of a PostgreSQL server. Set DATABASE_URL to an empty database on such a server, and try again.'
      : 'The copy is of the embedded database. Leave DATABASE_URL out, and try again.',
  occupied: ({ path }) =>
    `A city is here already: ${path}. Nothing is written over. Set DATA_DIR to another folder, or move this one away.`,
  'database-occupied': () =>
    'The database that DATABASE_URL names is not empty. Nothing is written over. Make an empty one: createdb NAME --template template0',
  'no-program': ({ program }) =>
    `${program} is not installed. It comes with PostgreSQL’s client: apt-get install postgresql-client`,
  'program-failed': ({ program, said }) => `${program} could not do it, and said: ${said}`,
}

export const en = {
  problems,
  keyMade: (file: string, recipient: string) =>
    `The secret key is in ${file}. Keep it away from this machine, in two places: without it no copy can be opened, and whoever has it can read everything.\nThe public key, for --recipient:\n${recipient}`,
  made: (file: string, parts: number, bytes: string) =>
    `The copy is in ${file}: ${parts} files, ${bytes} before packing.`,
  record: (size: number, root: string) => `The record in it has ${size} entries under the root ${root}`,
  noRecord: 'There is no signed record in it yet.',
  restored: (from: string, at: string) => `The city is back as it was at ${at}, from ${from}.`,
  cityFiles: {
    restored: (folder: string) => `The city’s files are in ${folder}.`,
    kept: (folder: string) => `The city’s files in ${folder} were left as they stood; the copy has its own.`,
  },
  sameRecord: (size: number, root: string) =>
    `Its record has been read again, entry by entry: it grew out of the ${size} entries under the root ${root} that the copy speaks of.`,
  otherAddress: (then: string, now: string) =>
    `The city was at ${then}; BASE_URL now says ${now}. Links in letters and feeds will lead there.`,
}

export type Words = typeof en
