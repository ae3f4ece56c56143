import type { Browser, TestCity } from '#testing/city.ts'
import { person } from '#testing/city.ts'

export const yuna = person('Yuna', 1)
export const minho = person('Minho', 2)
export const sora = person('Sora', 3)
export const taeyang = person('Taeyang', 4, ['clerk', 'city'])

/** What Yuna wants, in words that tell what it is about. */
export const kerbs = {
  title: 'Low kerbs at the bus stops',
  text: 'Wheelchair users cannot board the bus at our stop: the pavement is too high.',
  lang: 'en',
  district: '',
  articles: ['none'],
}

export const named = { name: 'Sora', reach: 'at the shelter', age: 'yes', agree: 'yes' }

let forms = 0
/** The mark of another form each time. */
export const newMark = (): string => String(++forms).padStart(22, 'm')

/** The procedure in which others may sign. */
export const openOne = ({ city }: TestCity): string =>
  city.facts.procedures!.petitions.find(({ open }) => open)!.key

export type Typed = Record<string, string | readonly string[]>

/** Files a petition as it is filed once everything was confirmed, and says under which number. */
export async function fileAs(
  town: TestCity,
  browser: Browser,
  more: Typed = {},
  way: '' | '/no-account' | '/anonymous' = '',
): Promise<number> {
  const answer = await sendAs(town, browser, more, way)
  const at = answer.headers.get('location') ?? (await answer.text())
  const id = at.match(/\/petitions\/(\d+)/)?.[1]
  if (!id) throw new Error(at)
  return Number(id)
}

export const sendAs = (
  town: TestCity,
  browser: Browser,
  more: Typed = {},
  way: '' | '/no-account' | '/anonymous' = '',
): Promise<Response> =>
  browser.post(`/en/petitions/new/${openOne(town)}${way}`, {
    ...kerbs,
    ...(way === '/no-account' && named),
    form: newMark(),
    checked: 'yes',
    ...more,
  })

/** Makes an account by the code of a letter, and stays signed in. */
export async function join(
  town: TestCity,
  browser: Browser,
  email: string,
  more: Record<string, string> = {},
): Promise<void> {
  await arrive(town, browser, email)
  const newcomer = {
    name: 'Yuna',
    lang: 'en',
    age: 'older',
    childUntil: '',
    guardianEmail: '',
    account: 'yes',
  }
  const answer = await browser.post('/en/sign-in/welcome', { ...newcomer, ...more })
  if (answer.status !== 303) throw new Error(await answer.text())
}

/** Signs in by the code of a letter. */
export async function arrive(
  town: TestCity,
  browser: Browser,
  email: string,
  to = '/en/me',
): Promise<Response> {
  await browser.post('/en/sign-in', { email, to })
  const code = town.mails.findLast((each) => each.to === email)!.text.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)![0]
  return browser.post('/en/sign-in/code', { code })
}

/** The secret on a slip, with which somebody without an account comes back. */
export const codeOn = (page: string): string =>
  page.match(/<dd>([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})<\/dd><\/dl>/)![1]!
