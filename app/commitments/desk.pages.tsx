import { type Bodies, nameOf } from '#bodies/index.ts'
import { holds } from '#kit/audience.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, type Listed, StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { type CommitmentLine, isOpen } from './commitment.ts'
import type { FormName } from './desk.answers.ts'
import { crumbs } from './desk.crumbs.ts'
import type { Desk } from './desk.reads.ts'
import { doing, type RequestTurn, requestFormNames, type Standing } from './desk.standing.ts'
import { Life } from './drawing.tsx'
import { Badges, line } from './parts.tsx'
import { requestTurnLine } from './requests.pages.tsx'
import { mineWords } from './words.mine.ts'
import { words } from './words.ts'

type DeskProps = {
  view: View
  owed: Desk
  bodies: Bodies
  turns: readonly RequestTurn[]
  checks: readonly CommitmentLine[]
  nameOf(body: string): string
}

/** What somebody owes, was asked, or may check; each with the form it needs, one press away. */
export const DeskPage = (props: DeskProps) => {
  const { view, bodies, owed, turns, checks } = props
  const w = words(view).desk
  const parts: { title: string; items: Listed[] }[] = [
    { title: w.late, items: owed.late.map((each) => due(props, each, 'completion')) },
    { title: w.help, items: turns.map((each) => requestTurnLine(view, bodies, each)) },
    { title: w.sign, items: owed.sign.map((each) => due(props, each, 'signatures')) },
    { title: w.silent, items: owed.silent.map((each) => due(props, each, 'reports')) },
    { title: w.due, items: owed.due.map((each) => due(props, each, 'reports')) },
    { title: w.checks, items: checks.map((each) => due(props, each, 'checks')) },
    { title: w.waiting, items: owed.checks.map((each) => line(view, each, props.nameOf)) },
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
      {shown.length === 0 && <EmptyState title={w.nothing} />}
      {shown.map(({ title, items }) => (
        <section class="flow">
          <h2>{title}</h2>
          <StructuredList items={items} />
        </section>
      ))}
      {holds(view.viewer, ...doing) && (
        <p>
          <a href={href(view, '/desk/commitments/mine')}>{mineWords(view).toAll}</a>
        </p>
      )}
    </Page>
  )
}

/** A commitment with the form that it needs most. */
function due({ view, nameOf }: DeskProps, it: CommitmentLine, name: FormName): Listed {
  const listed = line(view, it, nameOf)
  const at = (form: FormName) => href(view, `/desk/commitments/${it.id}/${form}`)
  const w = words(view).desk
  return {
    ...listed,
    href: href(view, `/desk/commitments/${it.id}`),
    meta: [
      ...(listed.meta ?? []),
      ...(it.doneAt
        ? [w.doneOn(dayText(it.doneAt.toZonedDateTimeISO(view.timeZone).toPlainDate(), view.lang))]
        : []),
    ],
    badges: (
      <>
        {listed.badges}
        <LinkButton href={at(name)} kind="secondary" small>
          {w.forms[name].title}
        </LinkButton>
      </>
    ),
  }
}

type CommitmentDesk = Standing & { view: View }

/** One commitment from the side of those who work on it or check it: what they may do now. */
export const CommitmentDeskPage = (props: CommitmentDesk) => {
  const { view, whole, bodies } = props
  const { commitment } = whole
  const w = words(view)
  const may = formsFor(props)
  const name = (key: string) => nameOf(view, bodies, key, todayOf(view))
  return (
    <Page
      view={view}
      current="desk"
      title={commitment.title}
      heading={<span lang={commitment.lang}>{commitment.title}</span>}
      side={w.desk.side}
      badges={<Badges view={view} of={commitment} />}
      breadcrumbs={crumbs(view)}
      noindex
    >
      <JustDone view={view} />
      <DescriptionList
        items={[
          { term: w.lead, is: name(commitment.lead) },
          { term: w.dueOn, is: dayText(commitment.dueOn, view.lang) },
        ]}
      />
      <Life view={view} it={commitment} milestones={whole.milestones} steps={whole.steps} />
      <PersonText text={commitment.text} lang={commitment.lang} />
      {may.length === 0 && <EmptyState title={w.desk.nothingHere}>{w.desk.nothingHereWhy}</EmptyState>}
      <ButtonRow>
        {may.map((each, index) => (
          <LinkButton
            href={href(view, `/desk/commitments/${commitment.id}/${each}`)}
            kind={index === 0 ? 'primary' : each === 'end' ? 'quiet' : 'secondary'}
          >
            {w.desk.forms[each].title}
          </LinkButton>
        ))}
      </ButtonRow>
      <p>
        <a href={href(view, `/commitments/${commitment.id}`)}>{w.desk.public}</a>
      </p>
    </Page>
  )
}

/** What the viewer may do now with a commitment. */
function formsFor({ whole, turns, asFirst, asLead, asSigner, asParty, asStranger }: Standing): FormName[] {
  const { commitment, milestones } = whole
  const open = isOpen(commitment)
  const named = (awaited: boolean) => {
    const of = turns.filter((each) => each.may && each.awaited === awaited).map(({ name }) => name)
    return requestFormNames.filter((each) => of.includes(each))
  }
  const ahead = milestones.some((each) => !each.reachedAt && !each.droppedAt)
  return [
    ...named(true),
    ...(asSigner ? (['signatures'] as const) : []),
    ...(asParty && !commitment.stoppedAt ? (['reports'] as const) : []),
    ...(asParty && open && ahead ? (['milestones'] as const) : []),
    ...(asLead && !asSigner && open ? (['completion'] as const) : []),
    ...(asFirst && open ? (['plan'] as const) : []),
    ...(asParty && open ? (['help'] as const) : []),
    ...named(false),
    ...(asFirst && open ? (['end'] as const) : []),
    ...(asStranger && commitment.doneAt ? (['checks'] as const) : []),
  ]
}

/** Says that what was sent has been done, on the page that follows. */
const JustDone = ({ view }: { view: View }) => {
  const name = new URLSearchParams(view.query).get('done') ?? ''
  const all = words(view).desk.forms
  const done = name in all ? all[name as FormName].done : undefined
  return done ? <Notice view={view} kind="success" title={done} /> : null
}
