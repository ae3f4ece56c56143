import type { Lang, Localized } from '#kit/words.ts'
import { say } from '#kit/words.ts'
import { above, atCommittees, atFirst, atIntake, atRemedies, atWork, named, type Task } from './demo.tasks.ts'
import type { Level, Route } from './person.ts'

/** Somebody of the cast of a demonstration. */
export type DemoPerson = {
  key: string
  name: Localized
  way: { route: Route; level: Level }
  /** What they do for the city, in every body where they do it. */
  tasks: readonly Task[]
}

/** The cast: invented people, the same in tests, pictures and the demonstration. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'yuna', name: { ko: '유나', en: 'Yuna' }, way: { route: 'letter', level: 2 }, tasks: [] },
  { key: 'minho', name: { ko: '민호', en: 'Minho' }, way: { route: 'email', level: 1 }, tasks: [] },
  { key: 'sora', name: { ko: '소라', en: 'Sora' }, way: { route: 'attestation', level: 2 }, tasks: [] },
  worker(
    'harim',
    { ko: '하림', en: 'Harim' },
    ['officer', atFirst(['department', 'office'], 'transport')],
    ['hr-officer', atFirst(['department', 'office'], 'transport')],
  ),
  worker(
    'jiwoo',
    { ko: '지우', en: 'Jiwoo' },
    ['editor', atFirst(['division', 'office'], 'rights')],
    ['officer', atIntake],
  ),
  worker('daeun', { ko: '다은', en: 'Daeun' }, ['secretary', atCommittees]),
  worker('taeyang', { ko: '태양', en: 'Taeyang' }, ['clerk', atFirst(['district-office', 'department'], '')]),
  worker('eunji', { ko: '은지', en: 'Eunji' }, ['accounts', atFirst([], '')]),
  worker(
    'audit',
    { ko: '감사실', en: 'Audit office' },
    ['auditor', atFirst([], '')],
    ['auditor', named('audit')],
  ),
  worker('nari', { ko: '나리', en: 'Nari' }, ['attestor', atFirst(['partner', 'centre', 'other'], '')]),
  worker('doyun', { ko: '도윤', en: 'Doyun' }, ['officer', atWork(0)], ['hr-officer', atWork(0)]),
  worker('gaon', { ko: '가온', en: 'Gaon' }, ['officer', atWork(1)]),
  worker('haneul', { ko: '하늘', en: 'Haneul' }, ['officer', atRemedies]),
  worker('seoyun', { ko: '서윤', en: 'Seoyun' }, ['head', atFirst(['department', 'office'], 'transport')]),
  worker('eunchae', { ko: '은채', en: 'Eunchae' }, ['head', atIntake]),
  worker('sejin', { ko: '세진', en: 'Sejin' }, ['head', above]),
]

function worker(key: string, name: Localized, ...tasks: Task[]): DemoPerson {
  return { key, name, way: { route: 'in-person', level: 3 }, tasks }
}

/** What a reader of a language calls somebody of the cast, as long as they go by the name they were given. */
export function castName({ demo, name }: { demo: string | null; name: string }, lang: Lang): string {
  const given = demoPeople.find(({ key }) => key === demo)?.name
  return given && Object.values(given).includes(name) ? say(given, lang, ['en']).text : name
}
