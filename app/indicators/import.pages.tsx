import type { Child } from 'hono/jsx'
import { type Shown, typedIn } from '#kit/form.ts'
import { number } from '#kit/numbers.ts'
import type { View } from '#kit/view.ts'
import { PostButton } from '#ui/buttons.tsx'
import { Checkbox, FileField, Radios, Select } from '#ui/fields.tsx'
import { Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import {
  type formats,
  type ImportReport,
  isHindered,
  problemCodes,
  type RowProblem,
  roles,
} from './import.ts'
import { words } from './words.import.ts'

type Choice = { value: string; label: string; lang?: string }

const crumbs = (view: View) => [{ href: href(view, '/desk/indicators'), label: words(view).title }]

/** Where a file is chosen. */
export const ImportPage = (props: { view: View; shown: Shown; indicators: readonly Choice[] }) => {
  const { view, shown, indicators } = props
  const w = words(view)
  return (
    <Page view={view} current="desk" title={w.title} lead={w.lead} noindex shown={shown}>
      <Form view={view} action={href(view, '/desk/indicators/import')} submit={w.next} shown={shown} upload>
        <FileField
          view={view}
          name="file"
          label={w.file}
          hint={w.fileHint}
          accept=".csv,text/csv"
          maxMb={19}
        />
        <Select
          view={view}
          name="indicator"
          label={w.indicator}
          empty={w.inFile}
          optional
          value={typedIn(shown, 'indicator')}
          options={indicators}
        />
        <Radios
          view={view}
          name="by"
          label={w.side}
          value={typedIn(shown, 'by') || 'owner'}
          options={(['owner', 'second'] as const).map((value) => ({ value, label: w.sides[value] }))}
        />
      </Form>
    </Page>
  )
}

export type StagedView = {
  id: number
  name: string
  indicator: Child
  by: 'owner' | 'second'
  columns: readonly { name: string; first: readonly string[]; role: string }[]
  format: (typeof formats)[number]
  tried: { report: ImportReport; problems: readonly RowProblem[] } | null
}

/** What the columns of a file are, and what would come of it. */
export const StagedPage = (props: { view: View; shown: Shown; staged: StagedView }) => {
  const { view, shown, staged } = props
  const w = words(view)
  const path = `/desk/indicators/imports/${staged.id}`
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      side={w.columns}
      noindex
      shown={shown}
      breadcrumbs={crumbs(view)}
    >
      <DescriptionList
        items={[
          { term: w.about.name, is: staged.name },
          { term: w.about.format, is: w.formats[staged.format] },
          { term: w.about.indicator, is: staged.indicator },
          { term: w.about.sides, is: w.sides[staged.by] },
        ]}
      />
      {staged.tried && <Tried view={view} path={path} shown={shown} {...staged.tried} />}
      <section class="flow">
        <h2>{w.columns}</h2>
        <p>{w.columnsLead}</p>
        <Form
          view={view}
          action={href(view, path)}
          submit={w.try}
          kind={staged.tried ? 'secondary' : 'primary'}
          shown={shown}
        >
          {staged.columns.map(({ name, first, role }, i) => (
            <Select
              view={view}
              name={`role.${i}`}
              label={name}
              hint={w.first(first.join(' · '))}
              value={typedIn(shown, `role.${i}`) || role}
              options={roles.map((value) => ({ value, label: w.roles[value] }))}
            />
          ))}
        </Form>
      </section>
      <PostButton view={view} action={href(view, `${path}/discard`)} kind="quiet">
        {w.discard}
      </PostButton>
    </Page>
  )
}

const Tried = (props: {
  view: View
  path: string
  shown: Shown
  report: ImportReport
  problems: readonly RowProblem[]
}) => {
  const { view, path, report, problems } = props
  const w = words(view)
  const count = (n: number) => number(n, view.lang)
  const all = Object.values(report.problems).reduce((sum, each) => sum + each, 0)
  return (
    <section class="flow">
      <h2>{w.report}</h2>
      <DescriptionList
        items={[
          { term: w.lines, is: count(report.lines) },
          { term: w.values, is: count(report.values) },
          { term: w.indicators, is: count(report.indicators.length) },
          { term: w.series, is: count(report.series) },
          ...(report.empty > 0 ? [{ term: w.empty, is: count(report.empty) }] : []),
        ]}
      />
      {all === 0 ? (
        <Notice view={view} kind="success" title={w.fine} />
      ) : (
        <Problems view={view} path={path} problems={problems} all={all} />
      )}
      {report.values > 0 && <Take {...props} />}
    </section>
  )
}

const Problems = (props: { view: View; path: string; problems: readonly RowProblem[]; all: number }) => {
  const { view, path, problems, all } = props
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.problemsTitle}
      level={3}
      columns={[
        { key: 'line', label: w.line, kind: 'number' },
        { key: 'column', label: w.column },
        { key: 'what', label: w.what },
      ]}
      rows={problems.map(({ line, column, code, found }) => ({
        line: number(line, view.lang),
        column,
        what: w.problems[code](found),
      }))}
      {...(problems.length < all && { note: w.problemsMore(problems.length, all) })}
      downloads={[{ href: href(view, `${path}/problems.csv`), label: w.allProblems }]}
    />
  )
}

const Take = ({ view, path, shown, report }: Parameters<typeof Tried>[0]) => {
  const w = words(view)
  const lost = problemCodes
    .filter((code) => code !== 'twice' && code !== 'contradicts')
    .reduce((sum, code) => sum + (report.problems[code] ?? 0), 0)
  return (
    <Form view={view} action={href(view, `${path}/take`)} submit={w.take} shown={shown} still>
      <p>{w.takeLead}</p>
      {isHindered(report) && <Checkbox view={view} name="skip" label={w.skip(lost)} optional />}
    </Form>
  )
}
