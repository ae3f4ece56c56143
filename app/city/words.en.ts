import type { Facts, FaultCode } from './fault.ts'

type Expected = Record<FaultCode, (facts: Facts) => string>
const list = (names: readonly string[] | undefined) => (names ?? []).join(', ')

const expected: Expected = {
  text: () => 'a text that is not empty',
  key: () => 'a key of small letters, digits and single hyphens',
  normKey: () => 'a key of two or more parts joined by dots, in small letters, digits and hyphens',
  versionKey: () => 'a key of small letters, digits and single hyphens',
  number: () => 'a whole number, without anything else',
  articleNo: () => 'the number of an article, such as 20 or 20-2',
  lang: () => 'the code of a language, such as ko, en or pt-BR',
  localized: () => 'a text for each language, each under the code of its language',
  telling: () => 'a list of words for each language, each under the code of its language',
  'comma-in-text': () => 'quotation marks around the text before it: in { } a comma begins the next language',
  day: () => 'a day that exists, as year-month-day',
  monthDay: () => 'a day of any year, as month-day, in quotation marks if it begins with 0',
  country: () => 'a country as two capital letters (ISO 3166)',
  currency: () => 'a currency as three capital letters (ISO 4217)',
  colour: () => 'a colour as # and six digits 0–9, a–f, in quotation marks',
  address: () => 'a web address that begins with https:// or http://',
  email: () => 'an e-mail address',
  timeZone: () => 'a time zone by its name (IANA), such as Europe/Lisbon',
  provision: () =>
    'the key of an instrument, or of an instrument and its article, as in charter/11 or ordinance/26(3)',
  thing: () => 'something of the city by the path of its page, as in charter/11 or bodies/city-council',
  source: () => 'the key of one source, or a list of keys',
  normValue: () => 'a number, a fraction such as 2/3, or a day of the year such as "02-28"',
  renewals: () => 'a whole number of renewals, or unlimited',
  period: () => 'a period such as 2018, 2018/19, 2018-H1, 2018-Q1, 2018-03 or 2018 to 2020',
  figure: () => 'a number, with a point before its decimals',
  weekday: () => 'a day of the week from 1 (Monday) to 7 (Sunday)',
  whole: () => 'a whole number, not less than 0',
  versions: () => 'at least one version',
  mapping: () => 'lines of the form “name: value”, indented under it',
  list: () => 'a list: [one, two], or a line with a hyphen for each',
  'yes-or-no': () => 'true or false',
  'one-of': (f) => `one of: ${list(f.list)}`,
  'at-least-one': () => 'at least one entry',
  missing: (f) => `the field “${f.field}”, which is not there`,
  'unknown-field': (f) => `one of the fields: ${list(f.list)}`,
  'missing-file': () => 'this file, which is not there',
  'unknown-file': () => 'a file that a city has; docs/new-city.md lists them',
  unreadable: () => 'a file that can be read, saved as UTF-8',
  syntax: (f) =>
    `a line that YAML or CSV can read; mostly the indent, a colon or a quotation mark (${f.name})`,
  'duplicate-key': (f) =>
    f.name?.includes(':') ? `a key used once; it stands at ${f.name} already` : 'a key used once',
  'row-length': (f) => `${f.count} cells, as many as the first row has`,
  'front-matter': () => 'at the top, between two lines of ---, the title, its verification and its source',
  'unknown-body': () => 'the key of a body in bodies',
  'unknown-post': () => 'the key of a post in posts.yaml',
  'unknown-territory': () => 'the key of a territory in territories.yaml or of a district in districts.yaml',
  'unknown-district': () => 'the key of a district in districts.yaml',
  'unknown-norm': () => 'the key of a norm in norms',
  'unknown-source': () => 'the key of a source in sources.yaml',
  'unknown-provision': () => 'an instrument in law, and an article it has',
  'unknown-thing': () => 'something that is in these files',
  'unknown-group': () => 'the key of a group in subjects.yaml',
  'unknown-indicator': () => 'the key of an indicator in indicators',
  'unknown-plan': () => 'the key of a plan in plans.yaml',
  'unknown-area': (f) => `an area of this plan: ${list(f.list)}`,
  'unknown-goal': (f) => `a goal of this plan: ${list(f.list)}`,
  'unknown-category': (f) => `a dimension of this indicator, and a category it has: ${list(f.list)}`,
  'unknown-language': (f) => `a language of the city: ${list(f.list)}`,
  'unknown-chapter': (f) => `a chapter of this instrument: ${list(f.list)}`,
  'unknown-version': () => 'a version of this instrument',
  'unknown-holiday': () => 'the key of a holiday under days',
  'unknown-part': () => 'the name of a part of this record',
  'unknown-country': () => 'a country or region whose holidays are known',
  'unknown-currency': () => 'a currency in use (ISO 4217)',
  'home-language': (f) => `the text in ${f.name} too, the first language of the city`,
  'translations-missing': (f) =>
    `${f.count} texts in ${f.name} too; here is the first. Until then readers see the first language, marked`,
  'text-missing': (f) => `the file ${f.name}; until then readers see another language, marked`,
  'until-before-from': (f) => `a last day that is not before the first, ${f.day}`,
  overlap: (f) => `a first day after ${f.day}, where the one before still holds`,
  'norm-kind': (f) => `the key of a norm whose kind is ${list(f.list)}`,
  'window-missing': () => 'a threshold that has a “window”, the time within which it must be reached',
  'before-today': () =>
    'a day before today: −1 is yesterday, and what follows adds to it; of plans also last-year 03-20',
  'norm-gap': (f) =>
    `${f.day}, the day after the version before; or a line “gap:” that says why no rule holds between`,
  'later-than-force': (f) => `a day of promulgation not after ${f.day}, the day it came into force`,
  'not-in-turn': (f) => `a period that comes after ${f.name}`,
  'value-twice': () =>
    'one value for each period, group and district; what contradicts it goes into its note',
  'more-than-measured': () => 'no more indicators than were measured',
  'holiday-rule': () =>
    'a day in the grammar of date-holidays: "05-01", "2026-06-03", korean 8-0-15, easter 39',
  'value-missing': () => 'the field “value” with a number',
  'value-and-unit': (f) => `a value that goes with the unit “${f.name}”`,
  'no-charter': () => 'an instrument with the key “charter” and the kind “charter” in law',
  'not-a-committee': () => 'the key of a committee in committees.yaml',
  'committee-without-body': () => 'a body with the same key in bodies',
  circle: () => 'something that does not stand under itself',
  'parent-ended': (f) => `a body that lasts as long as this version; it ended on ${f.day}`,
  'succession-shape': () =>
    'renamed: one to itself; split: one to several; merged: several to one; abolished: to none; succeeded: to one or more',
  'lives-on': (f) => `“until: ${f.day}” in this body’s last version, because another has taken its place`,
  'not-yet-there': (f) => `a version of “${f.name}” on ${f.day}`,
  'shape-missing': (f) => `a feature whose properties.key is “${f.name}”`,
  'shape-unknown': () => 'in properties.key, the key of a district in districts.yaml',
  'shape-kind': () => 'a Polygon or MultiPolygon (GeoJSON)',
  'ring-open': (f) => `as the last position the first one again: ${f.near}`,
  'ring-short': () => 'a ring of four positions or more',
  position: () => 'a position [longitude, latitude] in degrees',
}

export const en = {
  expected,
  isExpected: 'expected',
  wasFound: 'found',
  anExample: 'for example',
  didYouMean: (near: string) => `did you mean “${near}”?`,
  nothing: 'nothing',
  fault: 'fault',
  warning: 'note',
  allRight: (name: string, counts: string) => `${name} can be loaded. ${counts}`,
  counts: (c: {
    districts: number
    bodies: number
    instruments: number
    articles: number
    norms: number
    indicators: number
    plans: number
    texts: number
  }) =>
    `${c.districts} districts, ${c.bodies} bodies, ${c.instruments} instruments with ${c.articles} articles, ${c.norms} norms, ${c.indicators} indicators, ${c.plans} ${c.plans === 1 ? 'plan' : 'plans'}, ${c.texts} texts.`,
  sum: (faults: number, warnings: number) =>
    `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${warnings} ${warnings === 1 ? 'note' : 'notes'}. ${faults ? 'The city cannot be loaded until the faults are mended.' : ''}`.trim(),
  cannotOpen: (dir: string) => `There is no folder “${dir}” that can be read.`,
}

export type Words = typeof en
