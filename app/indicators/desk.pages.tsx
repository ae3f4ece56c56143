import type { Child } from 'hono/jsx'
import { nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { ButtonRow, LinkButton, PostButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage, Local } from '#ui/trust.tsx'
import type { Desk, OnItsWay, World } from './desk.reads.ts'
import type { IndicatorLine } from './line.ts'
import { courseSaid, LateBadge } from './parts.tsx'
import type { Known } from './reads.ts'
import { deskWords, words } from './words.ts'

type Props = { view: View; desk: Desk; world: World; done: string | undefined }

/** What somebody has to enter, and what waits for their eyes; each one press away. */
export const DeskPage = (props: Props) => {
  const { view, desk } = props
  const w = deskWords(view)
  const steps = ['checked', 'approved', 'published'] as const
  const of = (mine: boolean) => (each: OnItsWay) => each.mine === mine
  const parts: { title: string; items: Listed[] }[] = [
    { title: w.returned, items: desk.returned.map((each) => givenBack(props, each)) },
    ...steps.map((step) => ({
      title: w.waiting[step],
      items: batchesOf(desk.onTheirWay.filter((each) => each.mine && each.step === step)).map((batch) =>
        batch.length > 1 ? together(props, batch) : onItsWay(props, batch[0]!),
      ),
    })),
    { title: w.due, items: desk.due.map((each) => due(view, each)) },
    { title: w.elsewhere, items: desk.onTheirWay.filter(of(false)).map((each) => onItsWay(props, each)) },
  ]
  const shown = parts.filter(({ items }) => items.length > 0)
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      lead={w.lead}
      breadcrumbs={crumbs(view).slice(0, 1)}
      noindex
    >
      <JustDone view={view} done={props.done} />
      {shown.length === 0 && <EmptyState title={w.nothing} />}
      {shown.map(({ title, items }) => (
        <section class="flow">
          <h2>{title}</h2>
          <StructuredList items={items} />
        </section>
      ))}
      <Doors view={view} office={desk.office} />
      {desk.others.length > 0 && (
        <Disclosure summary={w.mine}>
          <StructuredList
            items={desk.others.map(({ key, doc }) => ({
              title: <Local view={view} text={doc.title} />,
              href: href(view, `/desk/indicators/${key}`),
            }))}
          />
        </Disclosure>
      )}
    </Page>
  )
}

/** What somebody may begin of themselves. */
const Doors = ({ view, office }: { view: View; office: boolean }) => {
  const w = deskWords(view)
  const door = (path: string, label: string) => (
    <LinkButton href={href(view, `/desk/indicators/${path}`)} kind="secondary">
      {label}
    </LinkButton>
  )
  return (
    <ButtonRow>
      {office && door('priorities', w.choose)}
      {office && door('new', w.new)}
      {door('import', w.import)}
    </ButtonRow>
  )
}

/** An indicator whose values are due, with its form one press away. */
function due(view: View, line: IndicatorLine): Listed {
  const { key, doc, owed } = line
  return {
    title: <Local view={view} text={doc.title} />,
    href: href(view, `/desk/indicators/${key}`),
    text: courseSaid(view, line),
    meta: [
      words(view).missing(owed!.periods[0].name, owed!.periods.at(-1)!.name),
      words(view).page.dueOf(owed!.periods[0].name, dayText(owed!.dueOn, view.lang)),
    ],
    badges: (
      <>
        <LateBadge view={view} of={line} />
        <LinkButton href={href(view, `/desk/indicators/${key}/values`)} kind="secondary" small>
          {deskWords(view).enter}
        </LinkButton>
      </>
    ),
  }
}

const onItsWay = ({ view, world }: Props, { release, doc }: OnItsWay): Listed => ({
  title: <Local view={view} text={doc.title} />,
  href: href(view, `/desk/indicators/releases/${release.id}`),
  meta: [
    deskWords(view).from(
      release.body ? nameOf(view, world.bodies, release.body, world.today) : words(view).sides[release.by],
      dayText(dayAt(release.enteredAt, view.timeZone), view.lang),
    ),
    ...(release.by === 'second' ? [words(view).sides.second] : []),
  ],
})

/** What came in as one table may be passed on as one. */
const batchesOf = (all: readonly OnItsWay[]): OnItsWay[][] => [
  ...Map.groupBy(all, ({ release }) =>
    release.way === 'import' ? `${release.body} ${release.enteredAt}` : release.id,
  ).values(),
]

/** Of so many the names are shown. */
const named = 3

function together(props: Props, batch: readonly OnItsWay[]): Listed {
  const { view } = props
  const [first] = batch as [OnItsWay]
  const w = deskWords(view)
  return {
    ...onItsWay(props, first),
    title: w.several(batch.length),
    text: `${batch
      .slice(0, named)
      .map(({ doc }) => plain(doc.title, view))
      .join(', ')}${batch.length > named ? ' …' : ''}`,
    badges: (
      <PostButton
        view={view}
        action={href(view, `/desk/indicators/imports/${first.release.id}/${first.step}`)}
        kind="secondary"
        small
      >
        {w.release.buttons[first.step]}
      </PostButton>
    ),
  }
}

const givenBack = (props: Props, { release, doc }: Desk['returned'][number]): Listed => ({
  ...onItsWay(props, { release, doc, step: 'checked', mine: true }),
  text: (
    <InItsLanguage
      view={props.view}
      text={{ [release.lang]: deskWords(props.view).reason(release.returned ?? '') }}
    />
  ),
  badges: (
    <LinkButton
      href={href(props.view, `/desk/indicators/${release.indicator}/values?by=${release.by}`)}
      kind="secondary"
      small
    >
      {deskWords(props.view).enter}
    </LinkButton>
  ),
})

/** Says that what was sent has been done, on the page that follows. */
export const JustDone = ({ view, done }: { view: View; done: string | undefined }) => {
  const w = deskWords(view)
  const all: Record<string, string> = {
    values: w.form.done,
    target: w.target.done,
    note: w.note.done,
    priorities: w.priorities.done,
    new: w.define.done,
    definition: w.definition.done,
    ...w.release.done,
  }
  const says = done === undefined ? undefined : all[done]
  return says ? <Notice view={view} kind="success" title={says} /> : null
}

export type May = Record<'values' | 'second' | 'target' | 'note' | 'definition', boolean>

/** What the viewer may do with one indicator. */
export const HubPage = (props: { view: View; known: Known; may: May; done: string | undefined }) => {
  const { view, known, may } = props
  const w = deskWords(view)
  const path = (form: string) => href(view, `/desk/indicators/${known.key}/${form}`)
  const forms: { is: keyof May; at: string }[] = [
    { is: 'values', at: path('values') },
    { is: 'second', at: `${path('values')}?by=second` },
    { is: 'target', at: path('target') },
    { is: 'note', at: path('note') },
    { is: 'definition', at: path('definition') },
  ]
  const open = forms.filter(({ is }) => may[is])
  return (
    <Page
      view={view}
      current="desk"
      title={plain(known.doc.title, view)}
      lead={w.hub.lead}
      side={w.title}
      breadcrumbs={crumbs(view)}
      noindex
    >
      <JustDone view={view} done={props.done} />
      {open.length === 0 && <EmptyState title={w.hub.nothing}>{w.hub.nothingWhy}</EmptyState>}
      <ButtonRow>
        {open.map(({ is, at }, index) => (
          <LinkButton href={at} kind={index === 0 ? 'primary' : 'secondary'}>
            {w.hub[is]}
          </LinkButton>
        ))}
      </ButtonRow>
      <p>
        <a href={href(view, `/indicators/${known.key}`)}>{w.public}</a>
      </p>
    </Page>
  )
}

export const crumbs = (view: View, known?: Known) => [
  { href: href(view, '/desk'), label: deskWords(view).home },
  { href: href(view, '/desk/indicators'), label: deskWords(view).title },
  ...(known
    ? [{ href: href(view, `/desk/indicators/${known.key}`), label: plain(known.doc.title, view) }]
    : []),
]

/** A frame for the forms of this desk. */
export const FormFrame = (props: {
  view: View
  title: string
  lead?: string
  known?: Known
  shown: Shown
  children: Child
}) => (
  <Page
    view={props.view}
    current="desk"
    shown={props.shown}
    title={props.title}
    {...(props.lead && { lead: props.lead })}
    breadcrumbs={crumbs(props.view, props.known)}
    noindex
  >
    {props.children}
  </Page>
)
