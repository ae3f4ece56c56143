import type { Sentences } from '#kit/room.ts'

export const en = {
  title: 'Public record',
  lead: 'Everything the city decides, promises and changes is written here as it happens. Nothing can be changed or removed afterwards without anybody noticing.',
  filter: 'What to show',
  kind: 'About',
  everything: 'Everything',
  day: 'Day',
  show: 'Show',
  nothing: 'Nothing is on the record for this choice.',
  about: (thing: string) => `What the record says about ${thing}`,
  number: (number: number) => `No. ${number}`,
  files: 'As files',
  csv: 'Spreadsheet (CSV)',
  json: 'For programs (JSON)',
  feed: 'News feed (Atom)',
  columns: {
    number: 'Number',
    at: 'When',
    actor: 'By',
    about: 'About',
    what: 'What',
    says: 'What happened',
  },
  history: 'History',
  andMore: (first: string, more: number) => `${first} and ${more} more`,
  eachOf: (count: number) => `All ${count}`,
  wholeHistory: 'What happened before, and all of it',
  noHistory: 'Nothing has happened yet.',
  erased: 'What stood here was erased.',
  seal: {
    title: 'Sealed',
    size: (size: string) => `${size} entries, sealed in order`,
    at: 'Last signed',
    hidden: (count: string) =>
      `${count} of them are not for the public. They are counted and sealed, but nobody can read them here.`,
    how: 'How anybody can check this',
    none: 'The log has not been signed yet.',
  },
  entry: {
    title: (number: number) => `Entry ${number}`,
    what: 'What happened',
    when: 'When',
    by: 'Done as',
    about: 'About',
    goTo: 'Go to what it is about',
    kindOfEntry: 'Kind of entry',
    proof: 'Its place in the log',
    waiting: 'It was written a moment ago and will be sealed into the log within seconds.',
    sealed: (place: string, when: string) =>
      `It stands at place ${place} in the city’s log, sealed on ${when}.`,
    leads: (hashes: number, size: string) =>
      `With ${hashes === 1 ? 'one other number' : `${hashes} other numbers`} anybody can compute from it the fingerprint of all ${size} entries. The city has signed that fingerprint. If this entry were changed, moved or taken away, the fingerprint would be another one.`,
    download: 'Download the proof (.tlog-proof)',
    hashes: 'The numbers',
    erasedBy: 'Who erased it, and why',
    erase: 'Erase what this entry says',
  },
  erase: {
    title: (number: number) => `Erase entry ${number}`,
    lead: 'What the entry says is erased for ever, also from the log’s proofs. That you erased it, and why, goes on the public record and stays there.',
    reason: 'Why',
    reasons: {
      'personal-data': 'It contains somebody’s personal data',
      unlawful: 'It is unlawful to publish it',
      'court-order': 'A court or an authority ordered it',
    } as Record<string, string>,
    submit: 'Erase for ever',
    cancel: 'Keep it',
  },
  keys: {
    title: 'The keys of the log',
    lead: 'With this key anybody can check that a signature is the city’s. It never changes; write it down where the city cannot reach it.',
    log: 'Key that signs the log, and says how fresh it is',
  },
  check: {
    title: 'How to check the record',
    lead: 'You need not trust the city to trust this record. Here is what protects it, and how to see for yourself.',
    sections: [
      {
        title: 'What protects it',
        text: [
          'Every entry gets its place in one long list. From all places together a single fingerprint is computed, and the city signs it. Change one letter in one entry, and the fingerprint is another one.',
          'Every minute the city signs anew, so a record that stopped growing shows too.',
          'Entries about people’s cases are not public. The list holds only a sealed envelope for each: it can be counted and it cannot be swapped, but not read.',
        ],
      },
      {
        title: 'Check one entry',
        text: [
          'Open the entry and download its proof. It is a small file that keeps its worth even if this site disappears.',
        ],
      },
      {
        title: 'Check a receipt',
        text: [
          'Type its number and code under “Is this receipt genuine?”. To do without this site, keep the proof from there: the fingerprint on the receipt and its number stand in one leaf of the log, and the proof leads from that leaf to what the city signed.',
        ],
      },
      {
        title: 'What a check cannot see',
        text: [
          'What never reached the record cannot be missed in it. And whoever holds the city’s key could show you another record than your neighbour: so the command remembers what it saw, and two people who compare what they remember will notice.',
        ],
      },
    ],
    all: 'Check all of it',
    allLead:
      'This command reads the whole record over the internet and says what it finds. It remembers what it saw, so that next time it also notices if anything was changed since.',
    needs: 'It needs Node 26 and this project’s source, on your own computer:',
    does: 'It checks that',
    checks: [
      'the signature is the city’s, and not older than a day',
      'the list is whole and in order, and begins as it did when you last looked',
      'what each public entry says is what was sealed',
      'what the city publishes now is what its newest entry says it should be',
      'every erased entry has an entry that says why',
    ],
    addresses: 'For programs of your own',
    format: 'The log follows the open specifications tlog-tiles, tlog-checkpoint and tlog-proof of C2SP.',
  },
  receipts: {
    title: 'Is this receipt genuine?',
    lead: 'Whoever does something here gets a receipt with a number and a check code. Anybody can check it here, without signing in.',
    submit: 'Check',
    number: 'Receipt number',
    code: 'Check code',
    codeHint: 'Fifteen letters and digits, such as 7K3QM-2XW9A-PD40T. Capitals and hyphens do not matter.',
    genuine: 'This receipt is genuine',
    onwards: 'See how it stands today',
    intact: 'What it was given for still stands',
    means: 'The city gave this receipt for the entry below, and the entry is still what was sealed then.',
    altered: 'What it was given for was changed',
    alteredMeans:
      'The city gave this receipt, but what stands below is not what was sealed then. Somebody has changed the city’s data.',
    slip: 'Receipt',
    when: 'When',
    what: 'What was done',
    about: 'About',
    notPublic: 'Something was done then that is not for the public.',
    check: 'Check it at',
    fingerprint: 'Fingerprint in the log',
    note: 'With number and code anybody can check this receipt for as long as there is the log, without signing in.',
  },
  follow: {
    why: 'We tell you when something new happens.',
    following: 'You follow this.',
    button: 'Follow',
    stop: 'Stop following',
    title: 'Follow',
    lead: (thing: string) => `You will hear of everything that happens to ${thing}.`,
    how: 'How shall we tell you?',
    hows: {
      'at-once': 'By e-mail, at once',
      daily: 'By e-mail, once a day',
      weekly: 'By e-mail, on Mondays',
      'in-app': 'Only here, without e-mail',
    } as Record<string, string>,
    change: 'Change',
  },
  notices: {
    title: 'News',
    lead: 'News of what you follow.',
    none: 'There is nothing new.',
    noneHow: 'Follow an article, a promise or a committee, and its news will appear here.',
    news: 'There is news in your case',
    unread: 'New',
    markRead: 'Mark all as read',
    notSent: 'The e-mail about this could not be delivered.',
    followed: 'What you follow',
    followsNothing: 'You follow nothing yet.',
  },
  unsubscribe: {
    title: 'Stop e-mails',
    lead: 'What you follow stays in your notices; only the e-mails stop.',
    which: 'Which e-mails shall stop?',
    this: (thing: string) => `About ${thing}`,
    all: 'All of them',
    submit: 'Stop them',
    done: 'Done: no more e-mails.',
    doneLead: 'You can turn them on again in your notices, after signing in.',
  },
  letter: {
    news: 'There is news for you. Please sign in to read it.',
    several: (count: number) => `${count} news for you`,
    why: (address: string) =>
      `You get this because you follow it. Change what you hear, and how:\n${address}`,
    stop: (address: string) => `No more such e-mails (works for 30 days, without signing in):\n${address}`,
  },
  undelivered: {
    title: 'E-mails not delivered',
    lead: 'Everybody finds their notices in the app as well. Addresses are not shown here.',
    none: 'Every e-mail was delivered.',
    letter: 'Letter',
    kind: 'Kind',
    made: 'Written',
    attempts: 'Attempts',
    problem: 'Problem',
    next: 'Next attempt',
    givenUp: 'Given up',
    waiting: (count: number) => `${count} e-mails could not be delivered`,
    problems: {
      'too-late': 'Too late to be of use',
    } as Record<string, string>,
    server: (code: string) => `The mail server: ${code}`,
  },
  verify: {
    outcome: {
      fine: 'Everything that was checked holds.',
      wrong: 'Something is wrong with this record.',
      unchecked: 'The record could not be checked.',
    } as Record<string, string>,
    log: (origin: string, size: number) => `Log ${origin}: ${size} entries.`,
    signed: (when: string) => `Its newest signature is from ${when}.`,
    entries: (open: number, hidden: number, erased: number) =>
      [
        `${entriesIn(open, 'public')} what was sealed.`,
        ...(hidden > 0 ? [`${hidden} that are not public are there, unread.`] : []),
        ...(erased > 0 ? [`${erased} were erased, each with a public reason.`] : []),
      ].join(' '),
    things: (count: number) =>
      count === 1
        ? 'The one thing the city publishes looks as the record says.'
        : `${count} things the city publishes look as the record says.`,
    known: {
      first: 'This is the first check from here, so there was nothing to compare it with.',
      same: 'The record is as it was at the last check from here.',
      grown: 'The record has grown out of what was seen at the last check from here.',
    } as Record<string, string>,
    keyFromSite:
      'The key was taken from the site itself. Give it with --key to be sure that it is the right one.',
    more: (count: number) => `… and ${count} more of this kind.`,
    findings: {
      'checkpoint.missing': () => 'The site shows no signed checkpoint.',
      'checkpoint.refused': ({ why }) =>
        `The checkpoint is not signed by the city’s key, or is malformed (${why}).`,
      'checkpoint.stale': ({ hours }) =>
        `The checkpoint was last signed ${hours} hours ago: the record has stopped, or an old one is being shown.`,
      'cosignature.missing': () => 'The checkpoint does not say when it was signed.',
      'cosignature.future': () => 'The checkpoint claims to be signed in the future.',
      'known.other-log': ({ known, origin }) =>
        `This is another log (${origin}) than the one seen last time (${known}).`,
      'known.larger': ({ known, size }) =>
        `The record has become shorter: it had ${known} entries, now ${size}. History was cut or replaced.`,
      'known.differs': ({ size }) =>
        `The first ${size} entries are not those seen last time: history was rewritten or forked.`,
      'key.changed': () =>
        'The city’s key is another one than last time. A log that changes its key is another log.',
      'key.missing': () => 'The site shows no key.',
      'bundle.missing': ({ path }) => `A part of the log is missing (${path}).`,
      'bundle.malformed': ({ path }) => `A part of the log cannot be read (${path}).`,
      'tile.missing': ({ path }) => `A part of the log is missing (${path}).`,
      'tile.malformed': ({ path }) => `A part of the log cannot be read (${path}).`,
      'tile.differs': ({ path }) => `A part of the log does not fit the entries below it (${path}).`,
      'entry.differs': ({ index }) => `Leaf ${index} of the log was changed after it was sealed.`,
      'root.differs': () =>
        'The entries do not lead to the signed fingerprint: an entry was changed, added, removed or moved.',
      'log.unreadable': ({ index }) => `The log cannot be read from leaf ${index} on.`,
      'entry.changed': ({ entry }) =>
        `Entry ${entry} no longer says what was sealed: its row in the database was changed.`,
      'entry.removed': ({ entry }) =>
        `Entry ${entry} is in the log, but the city no longer has it: it was removed.`,
      'entry.hidden': ({ entry }) => `Entry ${entry} was public when it was sealed and is withheld now.`,
      'entry.erased-unsaid': ({ entry }) => `Entry ${entry} was erased, but no entry says why.`,
      'entry.inserted': ({ entry }) =>
        `Entry ${entry} stands where the log has another one: it was inserted or moved.`,
      'entry.repeated': ({ entry }) => `Entry ${entry} is the copy of another one.`,
      'entry.unreadable': ({ index }) => `Leaf ${index} is not in the form of this record.`,
      'entry.backdated': ({ entry, at }) =>
        `Entry ${entry} claims to be from ${at}, but stands after later ones: it was inserted or backdated.`,
      'entry.future': ({ entry, at }) =>
        `Entry ${entry} claims to be from ${at}, which had not come when it was sealed.`,
      'entry.unsealed': ({ count, since }) =>
        `${count} entries wait to be sealed since ${since}: the log has stopped, or somebody keeps entries out of it.`,
      'thing.differs': ({ about }) =>
        `What the city shows as ${about} is not what the record says: it was changed without an entry.`,
      'thing.gone': ({ about }) =>
        `The record says what ${about} looks like, but the city no longer shows it: it was removed without an entry.`,
      'things.gone': ({ count }) => `${count} things of the record are no longer listed by the city.`,
      'things.moving': ({ count }) =>
        `${count} things kept changing while this ran and could not be compared. Please try again.`,
      'site.unreachable': ({ path, why }) => `The site did not answer (${path}: ${why}).`,
      'site.unreadable': ({ path }) => `What the site answered could not be read (${path}).`,
    } satisfies Sentences as Sentences,
  },
  sentences: {
    'record.entry-erased': ({ entry, reason }) =>
      `What entry ${entry} says was erased: ${erasedBecause[String(reason)] ?? reason}.`,
    'record.already-erased': 'What this entry says was erased before.',
    'record.erasure-stays': 'That something was erased cannot be erased.',
    'record.follows-too-much': ({ most }) =>
      `You can follow at most ${most} things. Stop following one first.`,
    'record.link-broken': 'This link is not complete. Please copy all of it from the e-mail.',
    'record.link-too-old': 'This link is more than 30 days old. Please use a newer e-mail, or sign in.',
    'record.receipt-wrong':
      'Number and code do not belong together: no such receipt was given here. Please compare both with your receipt.',
    'actor.resident': 'A resident',
    'actor.clerk for resident': 'A clerk for a resident',
    'actor.city-files': 'The city’s files',
    'room.record': 'Public record',
  } satisfies Sentences,
}

const entriesIn = (count: number, kind: string) =>
  count === 1 ? `1 ${kind} entry says` : `${count} ${kind} entries say`

const erasedBecause: Record<string, string> = {
  'personal-data': 'it contained somebody’s personal data',
  unlawful: 'publishing it was unlawful',
  'court-order': 'a court or an authority ordered it',
}

export type Words = typeof en
