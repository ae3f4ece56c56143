import type { Instrument, NormUnit } from '#city/index.ts'
import type { Sentences } from '#kit/room.ts'
import type { Within } from './charter.ts'

/** `1 day`, `20 days`. */
const some = (one: string, more: string) => (n: string) => `${n} ${n === '1' ? one : more}`

/** What says when by itself, without a number. */
type Moment = 'before-legal-review' | 'before-plan-confirmed' | 'at-once'

const parts: Partial<Record<Instrument['kind'], string>> = { principles: 'principle', agenda: 'no.' }

export const en = {
  title: 'Your rights',
  lead: 'The charter says what everyone who lives, stays, works or studies here may expect. Each article shows what the city does for it.',
  noCharter: 'The charter of this city is not here yet.',
  chapter: (no: string) => `Chapter ${no}`,
  article: (no: string) => capital(articleNo(no)),
  /** A part of an instrument as it is quoted: `article 20-2`, `principle 4`. */
  partOf: (kind: Instrument['kind'], no: string) => (parts[kind] ? `${parts[kind]} ${no}` : articleNo(no)),
  /** Behind the instrument's name: `, article 28(2)2`. */
  cited: (part: string, within: readonly Within[]) =>
    `, ${part}${within.map(({ paragraph, item = '' }) => `(${paragraph})${item}`).join('')}`,
  articles: 'Articles',
  preamble: 'Preamble',
  standing: {
    'in force': 'In force',
    'not yet in force': 'Not yet in force',
    'no longer in force': 'No longer in force',
  },
  gistOnly: 'Its title and gist. The official wording is not here yet.',
  titleOnly: 'Its title only. The official wording is not here yet.',
  versions: 'How it changed',
  references: 'Stands beside',
  referencesLead: 'Provisions elsewhere that protect the same right.',
  speakUp: 'Was this right not kept?',
  askForIt: 'Ask the city for it',
  whereToSpeak: 'Where to say so and find help',
  serves: 'What serves this article',
  servesWhy: 'As soon as a law, plan, indicator or promise is tied to this article, it stands here.',
  servedBy: (n: number) => (n === 1 ? '1 thing serves it' : `${n} things serve it`),
  servedByMore: (n: number) => `More than ${n.toLocaleString('en')} things serve it`,
  allServing: (n: number) => `All ${n.toLocaleString('en')}`,
  moreServing: (n: number) => `All of them, more than ${n.toLocaleString('en')}`,
  tied: 'Tied to this article',
  nothingServes: 'Nothing in the city is tied to this article yet.',
  unserved: 'Articles that nothing serves',
  unservedLead:
    'A right to which no law, plan, indicator or promise is tied. The city shows this list so that somebody asks why.',
  allServed: 'Every article of the charter has something that serves it.',
  history: 'On the record',
  law: 'Laws and declarations',
  lawLead:
    'What the city’s human rights work rests on: its own ordinances and rules, national law, and international documents.',
  force: 'Force',
  binding: 'Binding',
  notBinding: 'Not binding',
  kinds: {
    charter: 'Charter',
    ordinance: 'Ordinance',
    rule: 'Rule',
    act: 'Act',
    constitution: 'Constitution',
    guideline: 'Guideline',
    declaration: 'Declaration',
    principles: 'Principles',
    treaty: 'Treaty',
    resolution: 'Resolution',
    agenda: 'Agenda',
  },
  acts: {
    enacted: 'Enacted',
    revised: 'Fully revised',
    amended: 'Amended',
    adopted: 'Adopted',
    proclaimed: 'Proclaimed',
    repealed: 'Repealed',
    'in-force': 'In force',
  },
  further: 'See also',
  acted: (act: string, on: string) => `${act.toLowerCase()} on ${on}`,
  number: 'Number',
  date: 'In force from',
  whatHappened: 'What happened',
  note: 'Note',
  numberMap: (from: string, to: string) => `Where the article numbers went: ${from} → ${to}`,
  was: 'Then',
  now: 'Now',
  matter: 'About',
  hadNumbers: (version: string, numbers: string) => `In the version of ${version} this was ${numbers}.`,
  wentTo: (version: string, number: string, now: string) =>
    `${number} of the version of ${version} is now ${now}.`,
  newMatter: 'new',
  norms: 'The city’s rules in numbers',
  normsLead:
    'Deadlines, thresholds and quotas as they are in force, each with the provision it rests on. When a rule changes, what began under the old one keeps it.',
  rule: 'Rule',
  mechanisms: {
    'child-youth-council': 'Child and youth council',
    'civic-rights': 'Civic Rights Committee and grievances',
    'civil-committee': 'Human Rights Civil Committee',
    commitments: 'Promises',
    committees: 'Committees',
    coordination: 'Help between departments',
    disclosure: 'Disclosure of information',
    education: 'Human rights education',
    moderation: 'Hidden words',
    'online-platform': 'Online proposals',
    'impact-assessment': 'Human rights impact assessment',
    indicators: 'Human rights indicators',
    ombudsman: 'Human Rights Ombudsman',
    'participatory-budget': 'Citizen participatory budget',
    'personal-data': 'Personal data',
    petitions: 'Petitions',
    plan: 'Master plan',
    proposals: 'Proposals',
  } as Record<string, string>,
  value: 'Value',
  provision: 'Rests on',
  from: 'From',
  until: 'Until',
  inForce: 'In force',
  since: (day: string) => `since ${day}`,
  noValue: 'Not known',
  territory: 'Where',
  units: {
    'working-day': some('working day', 'working days'),
    day: some('day', 'days'),
    week: some('week', 'weeks'),
    month: some('month', 'months'),
    year: some('year', 'years'),
    person: some('person', 'people'),
    committee: some('committee', 'committees'),
    time: some('time', 'times'),
    'time-a-year': some('time a year', 'times a year'),
    supporter: some('supporter', 'supporters'),
    participant: some('participant', 'participants'),
    commitment: some('promise', 'promises'),
    indicator: some('indicator', 'indicators'),
    date: (day: string) => `by ${day} each year`,
  } satisfies Record<Exclude<NormUnit, 'share' | 'money' | Moment>, (said: string) => string>,
  moments: {
    'before-legal-review': 'before the legal review',
    'before-plan-confirmed': 'before the plan is confirmed',
    'at-once': 'at once',
  } satisfies Record<Moment, string>,
  bounds: {
    most: (said: string) => `at most ${said}`,
    least: (said: string) => `at least ${said}`,
    more: (said: string) => `more than ${said}`,
  },
  majority: 'more than half',
  fraction: (part: number, of: number) => fractions[`${part}/${of}`] ?? `${part}/${of}`,
  shareOf: (share: string, base: string | undefined) => (base ? `${share} of the ${base}` : share),
  bases: {
    members: 'members',
    'appointed-members': 'appointed members',
    'members-in-office': 'members in office',
    'members-present': 'members present',
    'non-standing-members': 'non-standing members',
    seats: 'seats',
  } as Record<string, string>,
  within: (said: string, span: string) => `${said} within ${span}`,
  extensible: (span: string) => `may be extended by ${span}`,
  before: 'before',
  source: 'Source',
  csv: 'As a spreadsheet (CSV)',
  json: 'For programs (JSON)',
  officialText: 'Official text',
  laws: 'Laws',
  sentences: {
    'charter.law-added': 'This law was entered.',
    'charter.law-changed': 'What is said here of this law was changed.',
    'charter.law-withdrawn': 'This law was taken out. Its history stays.',
    'charter.article-added': 'This article was entered.',
    'charter.article-changed': 'What is said here of this article was changed.',
    'charter.article-withdrawn': 'This article was taken out. Its history stays.',
    'charter.norm-added': 'This rule was entered.',
    'charter.norm-changed': 'What is said here of this rule was changed.',
    'charter.norm-withdrawn': 'This rule was taken out. Its history stays.',
  } satisfies Sentences as Sentences,
}

/** `20-2` is written article 20-2; `addenda-9` is article 9 of the addenda. */
function articleNo(no: string): string {
  const addendum = /^addenda-(.+)/.exec(no)?.[1]
  return addendum ? `addenda, article ${addendum}` : `article ${no}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const fractions: Record<string, string> = {
  '1/2': 'half',
  '1/3': 'a third',
  '2/3': 'two thirds',
  '1/4': 'a quarter',
  '3/4': 'three quarters',
}

export type Words = typeof en
