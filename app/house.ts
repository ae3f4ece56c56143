import { aboutRoom } from '#about/index.ts'
import { bodiesRoom, districtsRoom } from '#bodies/index.ts'
import { charterRoom, lawRoom, normsRoom } from '#charter/index.ts'
import { type CityFiles, factsOf } from '#city/index.ts'
import { commitmentsHolding, commitmentsRoom } from '#commitments/index.ts'
import { committeesRoom } from '#committees/index.ts'
import { deskRoom } from '#desk/index.ts'
import { filesRoom } from '#files/index.ts'
import { glanceRoom } from '#glance/index.ts'
import { homeRoom } from '#home/index.ts'
import { indicatorsHolding, indicatorsRoom } from '#indicators/index.ts'
import { staff } from '#kit/audience.ts'
import type { Database } from '#kit/db.ts'
import type { Mail } from '#kit/mail.ts'
import type { Room, Sentences } from '#kit/room.ts'
import type { Clock } from '#kit/time.ts'
import { holdsOn } from '#kit/time.ts'
import type { NavItem, Viewer } from '#kit/view.ts'
import { en as kitEn } from '#kit/words.en.ts'
import { ko as kitKo } from '#kit/words.ko.ts'
import { type Lang, say } from '#kit/words.ts'
import { identify, keptForms, type Provider, peopleRoom } from '#people/index.ts'
import { petitionsHolding, petitionsRoom } from '#petitions/index.ts'
import { planRoom, plansHolding } from '#plan/index.ts'
import { type Keys, openCity, recordHolding, recordRoom, unreadOf } from '#record/index.ts'
import { searchRoom } from '#search/index.ts'
import { towerRoom } from '#tower/index.ts'
import type { Assets } from '#ui/assets.ts'
import { programsRoom } from './programs.tsx'
import type { House } from './site.tsx'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

/** What a house stands on: given by the process, or by a test. */
export type Ground = {
  database: Pick<Database, 'db' | 'reads'>
  files: CityFiles
  clock: Clock
  keys: Keys
  baseUrl: string
  demo: boolean
  assets: Assets
  mail(message: Mail): Promise<void>
  providers?: readonly Provider[]
  metricsToken?: string | undefined
  broken: House['broken']
}

/** The city and all its rooms, put together. A mechanism is its folder and its line here. */
export function buildHouse(ground: Ground): House {
  const { files, keys } = ground
  const { clock, baseUrl, demo } = ground
  const city = openCity(ground.database, { facts: factsOf(files), clock, baseUrl, demo }, keys.log)
  const mechanisms: Room[] = [
    homeRoom(files),
    charterRoom(() => rooms),
    lawRoom,
    normsRoom,
    bodiesRoom,
    districtsRoom,
    commitmentsRoom,
    filesRoom,
    committeesRoom,
    indicatorsRoom(() => rooms),
    petitionsRoom({
      secret: keys.sessions,
      ...(files.profile.quickExit && { quickExit: files.profile.quickExit }),
    }),
    planRoom({ secret: keys.sessions }),
    towerRoom,
    glanceRoom(files),
    searchRoom,
    aboutRoom(files, () => declaredIn(rooms)),
    peopleRoom({
      secret: keys.sessions,
      mail: ground.mail,
      bodies: async (_, day) => bodiesOf(files, day),
      holdings: [recordHolding, commitmentsHolding, petitionsHolding, indicatorsHolding, plansHolding],
      ...(files.profile.quickExit && { quickExit: files.profile.quickExit }),
      ...(ground.providers && { providers: ground.providers }),
    }),
  ]
  const rooms: Room[] = [
    ...mechanisms,
    recordRoom({ keys, published: publishedBy(mechanisms) }),
    deskRoom(() => rooms),
    programsRoom({ declared: () => declaredIn(rooms), metricsToken: ground.metricsToken }),
    { key: 'house', routes: [], sentences: sentencesOf(files) },
  ]
  return {
    city,
    rooms,
    secret: keys.cookies,
    identify: identify(city, keys.sessions),
    kept: keptForms(city, keys.sessions),
    assets: ground.assets,
    unread: (person) => unreadOf(city.reads, person),
    navigation,
    footer: (lang) => footerOf(files, lang),
    broken: ground.broken,
  }
}

const declaredIn = (rooms: readonly Room[]) =>
  rooms.flatMap((room) => room.routes).flatMap((each) => each.declared)

/** What outsiders may compare with the record, by the first part of a thing's address. */
const publishedBy = (rooms: readonly Room[]) =>
  Object.fromEntries(rooms.flatMap(({ key, published }) => (published ? [[key, published]] : [])))

function bodiesOf(files: CityFiles, day: Temporal.PlainDate) {
  return files.bodies.flatMap(({ key, versions }) => {
    const now = versions.find(({ from, until }) =>
      holdsOn(day, Temporal.PlainDate.from(from), until ? Temporal.PlainDate.from(until) : null),
    )
    return now ? [{ key, name: now.name }] : []
  })
}

/** The house's own sentences, and the names of bodies as those who acted. */
function sentencesOf(files: CityFiles): Room['sentences'] {
  const own: Record<Lang, Sentences> = {
    en: { ...kitEn.sentences, ...en.sentences },
    ko: { ...kitKo.sentences, ...ko.sentences },
  }
  const names = (lang: Lang): Sentences =>
    Object.fromEntries(
      files.bodies.flatMap(({ key, versions }) => {
        const name = versions.at(-1)?.name[lang]
        return name ? [[`actor.${key}`, name]] : []
      }),
    )
  const languages = [...new Set(['en', 'ko', ...files.profile.languages])]
  return Object.fromEntries(
    languages.map((lang) => [lang, { ...names(lang), ...own[lang] }]),
  ) as Room['sentences']
}

function navigation(lang: Lang, viewer: Viewer): NavItem[] {
  const { nav } = lang === 'ko' ? ko : en
  const item = (key: keyof typeof nav, path: string) => ({ key, href: `/${lang}${path}`, label: nav[key] })
  return [
    item('charter', '/charter'),
    item('petitions', '/petitions'),
    item('plan', '/plan'),
    item('indicators', '/indicators'),
    item('commitments', '/commitments'),
    item('bodies', '/bodies'),
    item('committees', '/committees'),
    item('glance', '/city'),
    item('record', '/record'),
    ...(staff.admits(viewer) ? [item('desk', '/desk')] : []),
  ]
}

/** How to reach the city from every page. */
function footerOf({ profile }: CityFiles, lang: Lang) {
  const { office, phone, email } = profile.contact
  const ways = [phone, email].filter((each) => each !== undefined)
  return ways.length > 0 ? { contact: [say(office, lang, profile.languages).text, ...ways].join(' · ') } : {}
}
