import { z } from 'zod'
import { type CsvLine, fromCsv } from '#kit/csv.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, type Shown, typedIn } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import { textOf } from '#kit/text.ts'
import type { Ctx } from '#kit/web.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { href } from '#ui/href.ts'
import { asOffice, deskOf, office, param } from './desk.ts'
import { ImportPage, ReportPage } from './import.pages.tsx'
import { fieldsFor, guess, type Mapping, type Row, readRows } from './importing.ts'
import { knownFor } from './known.reads.ts'
import { planIn } from './plan.reads.ts'
import { pastOf } from './reads.ts'
import { add } from './tasks.actions.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const path = '/desk/plan/:key/tasks/import'

/** The table travels in the form, so nothing is kept that nobody saved. */
const most = 800_000

const said = z
  .object({
    table: z.string().max(most).check(noRegistrationNumber).default(''),
    file: z.instanceof(File).optional(),
    step: z.enum(['look', 'save']).default('look'),
    reason: z.string().trim().max(2000).check(noRegistrationNumber).default(''),
  })
  .catchall(z.string().max(300))

/** Where the planning office puts in many tasks at once: looked at first, saved only when every row is right. */
export const importDesk = routes()
  .get(path, office, (c) => beginPage(c, blank))
  .post(path, office, form(said, again), async (c, values) => {
    const table = await tableIn(values.table, values.file)
    const looked = await look(c, table, values)
    const wrong = looked.rows.filter((row) => row.problems.length > 0).length
    if (values.step === 'look' || wrong > 0) {
      const problems =
        values.step === 'save' ? [{ field: '', code: 'plans.rows-wrong', facts: { wrong } }] : []
      return show(c, looked, { typed: { reason: values.reason }, problems })
    }
    const { city, view } = c.var
    const because = values.reason === '' ? undefined : { text: values.reason, lang: view.lang }
    const drafts = looked.rows.map((row) => row.draft)
    await add(city, await asOffice(c), param(c, 'key'), drafts, because)
    return c.redirect(href(view, `${deskOf(param(c, 'key'))}#tasks`), 303)
  })

/** The table as text, from a file or as it was pasted. */
async function tableIn(pasted: string, file: File | undefined): Promise<string> {
  const text = file && file.size > 0 ? textOf(new Uint8Array(await file.arrayBuffer())) : pasted
  if (text === undefined) throw new Refusal('csv.encoding', {}, 'file')
  if (text.trim() === '') throw new Refusal('plans.table-missing', {}, 'file')
  if (text.length > most) throw new Refusal('form.too-long', { most }, 'file')
  return text
}

type Looked = { table: string; headings: string[]; mapping: Mapping; rows: Row[] }

async function look(c: Ctx, table: string, values: object): Promise<Looked> {
  const { city, view } = c.var
  const lines = fromCsv(new TextEncoder().encode(table))
  const headings = Object.keys(lines[0]?.cells ?? {})
  const mapping =
    mappingIn(values, headings) ?? guess(headings, namesOf(view.languages), fieldsFor(view.languages))
  return { table, headings, mapping, rows: await read(c, lines, mapping, city.facts.currency) }
}

async function read(c: Ctx, lines: readonly CsvLine[], mapping: Mapping, currency: string): Promise<Row[]> {
  const { city, view } = c.var
  const plan = await planIn(c)
  const { tasks } = await pastOf(city.reads, plan.key)
  return readRows(lines, mapping, {
    known: await knownFor(city.reads, city.facts, plan, todayOf(view)),
    languages: view.languages,
    currency,
    free: [...en.desk.importing.free, ...ko.desk.importing.free],
    taken: tasks.map((each) => each.no),
    years: { from: plan.from.year, until: plan.until?.year ?? 9999 },
  })
}

/** What the form says of the columns; nothing where they have not been asked for yet. */
function mappingIn(values: object, headings: readonly string[]): Mapping | undefined {
  const asked = Object.entries(values).filter(([name]) => name.startsWith('column.'))
  if (asked.length === 0) return undefined
  return Object.fromEntries(
    asked
      .filter(([, heading]) => headings.includes(String(heading)))
      .map(([name, heading]) => [name.slice('column.'.length), heading]),
  )
}

/** What people call each part, in the languages of this house. */
const namesOf =
  (languages: readonly string[]) =>
  (field: string): string[] => {
    const [part = 'no', lang] = field.split('.') as [keyof typeof en.parts | undefined, string?]
    const named = [en.parts[part], ko.parts[part]]
    return lang === undefined || lang === languages[0] ? named : named.map((name) => `${name} ${lang}`)
  }

async function beginPage(c: Ctx, shown: Shown): Promise<Response> {
  await asOffice(c)
  return c.html(<ImportPage view={c.var.view} shown={shown} plan={await planIn(c)} />)
}

/** After a refusal: the report where a table was looked at already, else the beginning. */
async function again(c: Ctx, shown: Shown): Promise<Response> {
  const table = typedIn(shown, 'table')
  const isLooked = Object.keys(shown.typed).some((name) => name.startsWith('column.'))
  if (!isLooked || table === '') return beginPage(c, shown)
  return show(c, await look(c, table, shown.typed), shown)
}

async function show(c: Ctx, looked: Looked, shown: Shown): Promise<Response> {
  const { view } = c.var
  await asOffice(c)
  const plan = await found(planIn(c))
  const fields = fieldsFor(view.languages)
  return c.html(<ReportPage view={view} shown={shown} plan={plan} fields={fields} {...looked} />)
}
