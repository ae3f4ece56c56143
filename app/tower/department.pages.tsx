import { nameOf } from '#bodies/index.ts'
import type { CommitmentLine } from '#commitments/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, type Shown } from '#kit/form.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form, at as fieldAt } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Tabs } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { isLate, type Matter } from './matter.ts'
import type { Reminded } from './office.pages.tsx'
import { matterItem, type Named } from './parts.tsx'
import { words } from './words.ts'

export type DepartmentProps = Named & {
  view: View
  body: string
  matters: readonly Matter[]
  unlinked: readonly CommitmentLine[]
  reminded: Reminded
  /** What whoever saw to human rights here before left. */
  note: { text: string; lang: string; at: Instant } | undefined
  /** The viewer's own bodies, if this is one of them. */
  own: readonly string[]
  /** Where the viewer is its human rights officer: until when. */
  officer: { until: Day | null } | undefined
  done: boolean
  shown?: Shown
}

/** What one body owes now, each with the way to the form that settles it. */
export const DepartmentPage = (props: DepartmentProps) => {
  const { view, bodies, body, matters, own, unlinked, shown = blank } = props
  const w = words(view)
  const today = todayOf(view)
  const isOwn = own.includes(body)
  const late = matters.filter((each) => isLate(each, today))
  const soon = matters.filter((each) => !isLate(each, today))
  return (
    <Page
      view={view}
      current="desk"
      title={nameOf(view, bodies, body, today)}
      side={w.tool}
      lead={isOwn ? `${w.department.lead} ${w.department.own}` : w.department.lead}
      breadcrumbs={[{ href: href(view, '/desk'), label: w.desk }]}
      shown={shown}
      noindex
    >
      {props.done && (
        <Notice view={view} kind="success">
          {w.department.handOverDone}
        </Notice>
      )}
      {own.length > 1 && isOwn && <Own {...props} />}
      {matters.length === 0 && <EmptyState title={w.department.none} />}
      <Matters {...props} title={w.department.late} matters={late} />
      <Matters {...props} title={w.department.soon} matters={soon} />
      {unlinked.length > 0 && (
        <section class="flow">
          <h2>{w.department.unlinked}</h2>
          <StructuredList
            items={unlinked.map(({ id, title, lang }) => ({
              title,
              lang,
              href: href(view, `/commitments/${id}`),
              badges: (
                <LinkButton href={href(view, `/desk/tower/links/${id}`)} kind="secondary" small>
                  {w.department.link}
                </LinkButton>
              ),
            }))}
          />
        </section>
      )}
      <Officer {...props} />
    </Page>
  )
}

const Own = ({ view, bodies, body, own }: DepartmentProps) => (
  <Tabs
    label={words(view).department.switch}
    items={own.map((key) => ({
      href: href(view, `/desk/tower/departments/${key}`),
      label: nameOf(view, bodies, key, todayOf(view)),
      current: key === body,
    }))}
  />
)

const Matters = (props: DepartmentProps & { title: string }) => {
  const { view, bodies, body, matters, reminded, own } = props
  const w = words(view).department
  if (matters.length === 0) return null
  const item = (each: Matter) => {
    const at = reminded(each, body)
    const listed = matterItem(
      { view, bodies },
      each,
      own.includes(body) && (
        <LinkButton href={href(view, each.form)} small>
          {w.open}
        </LinkButton>
      ),
    )
    if (!at) return listed
    const says = w.remindedOn(dayText(dayAt(at, view.timeZone), view.lang))
    return { ...listed, meta: [...(listed.meta ?? []), <Badge tone="waiting">{says}</Badge>] }
  }
  return (
    <section class="flow">
      <h2>{props.title}</h2>
      <StructuredList items={matters.map(item)} />
    </section>
  )
}

/** What the one before left, and what this one leaves to the next. */
const Officer = ({ view, body, note, officer, shown = blank }: DepartmentProps) => {
  const w = words(view).department
  if (!note && !officer) return null
  return (
    <section class="flow">
      <h2>{w.officer}</h2>
      {officer?.until && <p>{w.officerUntil(dayText(officer.until, view.lang))}</p>}
      {note && (
        <>
          <h3>{w.left(dayText(dayAt(note.at, view.timeZone), view.lang))}</h3>
          <PersonText text={note.text} lang={note.lang} />
        </>
      )}
      {officer && (
        <>
          <h3>{w.handOver}</h3>
          <p>{w.handOverLead}</p>
          <Form
            view={view}
            action={href(view, `/desk/tower/departments/${body}/handovers`)}
            submit={w.handOverSend}
            shown={shown}
            draft={`handover-${body}`}
          >
            <TextArea
              {...fieldAt(view, shown, 'text')}
              label={w.handOverText}
              hint={w.handOverHint}
              max={5000}
            />
          </Form>
        </>
      )}
    </section>
  )
}

export const NoBodyPage = ({ view }: { view: View }) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="desk"
      title={w.tool}
      breadcrumbs={[{ href: href(view, '/desk'), label: w.desk }]}
      noindex
    >
      <EmptyState title={w.department.noBody} />
    </Page>
  )
}
