import { integrate, verify } from '#record/index.ts'
import { type Fields, keys, person, type TestCity } from '#testing/city.ts'
import type { TestDatabase } from '#testing/database.ts'

const yuna = person('Yuna', 1)
const minho = person('Minho', 2)
const sora = person('Sora', 3)
const harim = person('Harim', 4, ['officer', 'transport-department'])
const daeun = person('Daeun', 5, ['secretary', 'civic-rights-committee'])

/** How far the thread has come, as anybody may read it, and of signatures those who signed. */
type State = {
  petition: string | undefined
  commitment: string | undefined
  /** Those who signed, in no order. */
  signed: readonly string[]
  answers: readonly { commitments: readonly string[] }[]
  steps: readonly { no: number; kind: string }[]
}

type Step = {
  name: string
  isDone(state: State): boolean
  by: ReturnType<typeof person>
  to(state: State): string
  says(state: State): Fields
}

const sign = (by: typeof minho, name: string): Step => ({
  name: `${name} signs`,
  isDone: ({ signed }) => signed.includes(name),
  by,
  to: ({ petition }) => `/en/petitions/${petition}/signatures`,
  says: () => ({}),
})

const work = (kind: string, form: string, says: Fields, by = harim): Step => ({
  name: kind,
  isDone: ({ steps }) => steps.some((each) => each.kind === kind),
  by,
  to: ({ commitment }) => `/en/desk/commitments/${commitment}/${form}`,
  says: ({ steps }) => ({
    seen: String(steps.length),
    declared: String(steps.findLast((each) => each.kind === 'done')?.no ?? 0),
    ...says,
  }),
})

/** A voice from its first word to the day on which somebody else has looked: each step one form that is sent. */
export const thread: readonly Step[] = [
  {
    name: 'file',
    isDone: ({ petition }) => petition !== undefined,
    by: yuna,
    to: () => '/en/petitions/new/civic-rights',
    says: () => ({
      form: 'thread'.padEnd(22, '-'),
      title: 'Low kerbs at the bus stops',
      text: 'Wheelchair users cannot board the bus at our stop: the pavement is too high.',
      lang: 'en',
      articles: ['charter/15'],
      topic: 'transport',
      checked: 'yes',
    }),
  },
  sign(minho, 'Minho'),
  sign(sora, 'Sora'),
  {
    name: 'answer',
    isDone: ({ answers }) => answers.length > 0,
    by: harim,
    to: ({ petition }) => `/en/desk/petitions/${petition}/answer`,
    says: () => ({
      outcome: 'accepted',
      text: 'The kerb will be lowered before the rainy season, and drivers are told.',
      lang: 'en',
      'pledge1.kind': 'new',
      'pledge1.title': 'Lower the kerb',
      'pledge1.text': 'The kerb is lowered to four centimetres along the whole stop.',
      'pledge1.lead': 'transport-department',
      'pledge1.startsOn': '2026-12-01',
      'pledge1.dueOn': '2027-06-30',
      'pledge1.cost': '12000000',
      'pledge1.milestone1.title': 'Measured',
      'pledge1.milestone1.dueOn': '2027-01-31',
    }),
  },
  work('report', 'reports', { text: 'The stop is being measured.' }),
  work('milestone', 'milestones', { text: 'It is measured.', milestone: '1' }),
  work('done', 'completion', { text: 'It is lowered.', links: 'https://transport.example/kerb' }),
  work(
    'check',
    'checks',
    { text: 'Four centimetres everywhere.', finding: 'confirmed', method: 'measured' },
    daeun,
  ),
]

/** What the site shows. @throws where something is half done, or done twice */
export async function stateOf(city: TestCity): Promise<State> {
  const { page, get } = city.browser()
  const rowsOf = async (path: string): Promise<{ id: number }[]> => JSON.parse(await page(path)).items
  const formOf = async (about: string) => (await (await get(`/record/published/${about}`)).json()).form
  const [petitions, commitments] = [await rowsOf('/en/petitions.json'), await rowsOf('/en/commitments.json')]
  const [petition, commitment] = [petitions, commitments].map((rows) => rows[0]?.id.toString())
  if (petitions.length > 1 || commitments.length > 1) throw new Error('Something was done twice.')
  if (!petition) return { petition, commitment, signed: [], answers: [], steps: [] }
  const signed = []
  for (const [name, each] of Object.entries({ Minho: minho, Sora: sora }))
    if ((await city.as(each).page('/en/petitions/mine')).includes(`/petitions/${petition}"`))
      signed.push(name)
  const { answers } = await formOf(`petitions/${petition}`)
  const promised = answers.flatMap((each: State['answers'][number]) => each.commitments)
  const form = commitment && (await formOf(`commitments/${commitment}`))
  const kept = form ? [`commitments/${commitment} from ${form.origin}`] : []
  const expected = promised.map((each: string) => `${each} from petitions/${petition}`)
  if (kept.join() !== expected.join()) throw new Error(`Half done: ${kept} instead of ${expected}`)
  return { petition, commitment, signed, answers, steps: form?.steps ?? [] }
}

/** The next step that the stored city asks for, if one is left. */
export const nextOf = (state: State): Step | undefined => thread.find((each) => !each.isDone(state))

/** Sends the form of a step as it was when the thread stood there. */
export const send = (city: TestCity, step: Step, state: State): Promise<Response> =>
  city.as(step.by).post(step.to(state), step.says(state))

/** Sends the form of a step. @throws where it is not taken */
export async function take(city: TestCity, step: Step, state: State): Promise<void> {
  const answer = await send(city, step, state)
  if (answer.status !== 303)
    throw new Error(`${step.name}: ${answer.status} ${problemIn(await answer.text())}`)
}

const problemIn = (page: string) => /role="alert".*?<\/div>/s.exec(page)?.[0]

/** The whole of it, some days apart; `by` says how each step is taken. */
export async function takeAll(city: TestCity, by = take): Promise<void> {
  for (;;) {
    const state = await stateOf(city)
    const next = nextOf(state)
    if (!next) return
    await by(city, next, state)
    city.daysPass(5)
  }
}

/** What the record says of the thread, in the order in which it was written. */
export async function told({ sql }: Pick<TestDatabase, 'sql'>): Promise<unknown[]> {
  const { rows } = await sql(
    `select what from record_entries where about ~ '^(petitions|commitments)/' order by number`,
  )
  return rows.map(({ what }) => what)
}

/** What it says once each step was taken once. */
export const wholeThread = [
  'petitions.filed',
  'petitions.signed',
  'petitions.signed',
  'petitions.answered',
  'commitments.adopted',
  'commitments.reported',
  'commitments.milestone-reached',
  'commitments.done',
  'commitments.check-confirmed',
]

/** What an outsider finds who checks the record of the city over its site. */
export async function verdictOn(city: TestCity) {
  await integrate(city.city, keys.log)
  const { request } = city.browser()
  return verify({
    url: city.city.baseUrl,
    at: city.at(),
    fetch: (address) => request(address.slice(city.city.baseUrl.length)),
    pause: async () => void (await integrate(city.city, keys.log)),
  })
}
