import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Button, ButtonRow } from '#ui/buttons.tsx'
import { Fieldset, FileField, HiddenField, Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { languageName } from '#ui/text.tsx'
import { deskCrumbs } from './desk.pages.tsx'
import { deskOf } from './desk.ts'
import type { Field, Mapping, Row } from './importing.ts'
import type { Plan } from './plan.ts'
import { words } from './words.ts'

type Props = { view: View; shown: Shown; plan: Plan }

const pathOf = (view: View, plan: Plan) => href(view, `${deskOf(plan.key)}/tasks/import`)

/** Takes a table in. */
export const ImportPage = ({ view, shown, plan }: Props) => {
  const w = words(view).desk.importing
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      lead={w.lead}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Form view={view} action={pathOf(view, plan)} submit={w.look} shown={shown} upload>
        <FileField view={view} name="file" label={w.file} accept=".csv,text/csv" maxMb={1} optional />
        <TextArea {...at(view, shown, 'table')} label={w.paste} rows={8} optional />
      </Form>
    </Page>
  )
}

type ReportProps = Props & {
  table: string
  fields: readonly Field[]
  headings: readonly string[]
  mapping: Mapping
  rows: readonly Row[]
}

/** What each row would become; saved only when all of them are right. */
export const ReportPage = (props: ReportProps) => {
  const { view, shown, plan, rows, table } = props
  const w = words(view).desk
  const wrong = rows.filter((row) => row.problems.length > 0)
  const isRight = rows.length > 0 && wrong.length === 0
  return (
    <Page
      view={view}
      current="desk"
      title={w.importing.title}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Notice view={view} kind={isRight ? 'success' : 'warning'}>
        {isRight ? w.importing.allRight(rows.length) : w.importing.wrong(wrong.length, rows.length)}
      </Notice>
      <Report {...props} />
      <form method="post" action={pathOf(view, plan)} class="form" enctype="multipart/form-data" novalidate>
        <HiddenField name="_csrf" value={view.csrf} />
        <HiddenField name="table" value={table} />
        <Columns {...props} />
        {plan.approvedAt && (
          <TextArea {...at(view, shown, 'reason')} label={w.reason} hint={w.reasonHint} rows={3} max={2000} />
        )}
        <ButtonRow>
          {isRight && (
            <Button name="step" value="save">
              {w.importing.save(rows.length)}
            </Button>
          )}
          <Button name="step" value="look" kind="secondary">
            {w.importing.check}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  )
}

const Columns = ({ view, fields, headings, mapping }: ReportProps) => {
  const w = words(view)
  return (
    <Fieldset legend={w.desk.importing.columns} hint={w.desk.importing.columnsHint}>
      <div class="columns">
        {fields.map((field) => (
          <Select
            view={view}
            name={`column.${field}`}
            label={fieldName(view, field)}
            value={mapping[field] ?? ''}
            empty={w.desk.importing.noColumn}
            options={headings.map((heading) => ({ value: heading, label: heading }))}
            optional
          />
        ))}
      </div>
    </Fieldset>
  )
}

function fieldName(view: View, field: string): string {
  const w = words(view)
  const [part = 'no', lang] = field.split('.') as [keyof typeof w.parts | undefined, string?]
  return lang === undefined ? w.parts[part] : w.desk.inLanguage(w.parts[part], languageName(lang, view.lang))
}

const Report = ({ view, rows }: ReportProps) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.desk.importing.report}
      columns={[
        { key: 'row', label: w.desk.importing.row, kind: 'number' },
        { key: 'no', label: w.no },
        { key: 'title', label: w.task },
        { key: 'problem', label: w.desk.importing.problem },
      ]}
      rows={rows.map((row) => ({
        row: row.line,
        no: row.no,
        title: plain(row.title, view),
        problem:
          row.problems.length === 0 ? (
            w.desk.importing.right
          ) : (
            <ul>
              {row.problems.map(({ field, code, facts }) => (
                <li>
                  {fieldName(view, field)}: {view.tell(code, facts)}
                </li>
              ))}
            </ul>
          ),
      }))}
    />
  )
}
