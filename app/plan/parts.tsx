import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import type { Ref } from '#kit/ref.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain, say } from '#kit/words.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { InItsLanguage, Local } from '#ui/trust.tsx'
import { aboutTask, type Plan, type State, stateOf, type Task } from './plan.ts'
import type { TaskLine } from './reads.ts'
import { words } from './words.ts'

/** What everything that tasks name is called; bodies by the names of a day. */
export type Names = {
  bodies: Bodies
  articles: readonly { about: Ref; no: string; title: Localized }[]
  groups: readonly { key: string; label: Localized }[]
  on: Day
}

const tones: Record<State, Tone> = {
  draft: 'waiting',
  submitted: 'waiting',
  approved: 'info',
  running: 'good',
  reviewed: 'good',
  ended: 'late',
  closed: 'neutral',
  standing: 'info',
}

export const StateBadge = ({ view, plan }: { view: View; plan: Plan }) => {
  const state = stateOf(plan, view.at, view.timeZone)
  const isUnknown = plan.inFiles && state === 'ended'
  return <Badge tone={isUnknown ? 'neutral' : tones[state]}>{stateSaid(view, plan)}</Badge>
}

/** How things stand with a plan. That the files know of no closing report does not mean that there was none. */
export function stateSaid(view: View, plan: Plan): string {
  const state = stateOf(plan, view.at, view.timeZone)
  return words(view).states[plan.inFiles && state === 'ended' ? 'unknown' : state]
}

/** The years of a plan or a task, as people say them. */
export function yearsOf(view: View, { from, until }: { from: Day; until: Day | null }): string {
  if (until === null) return words(view).since(String(from.year))
  return from.year === until.year ? String(from.year) : `${from.year}–${until.year}`
}

export const groupName = (view: View, names: Pick<Names, 'groups'>, key: string): string => {
  const group = names.groups.find((each) => each.key === key)
  return group ? plain(group.label, view) : key
}

export const bodyNames = (view: View, names: Pick<Names, 'bodies' | 'on'>, keys: readonly string[]): string =>
  keys.map((key) => nameOf(view, names.bodies, key, names.on)).join(', ')

/** What to call one of the plan's parts. */
export function partName(
  view: View,
  parts: readonly { key: string; title: Localized }[],
  key: string,
): string {
  const part = parts.find((each) => each.key === key)
  return part ? plain(part.title, view) : key
}

/** Articles as links, by number and name. */
export const Articles = (props: { view: View; names: Names; keys: readonly Ref[] }) => (
  <>
    {props.keys.map((about, at) => {
      const article = props.names.articles.find((each) => each.about === about)
      return (
        <>
          {at > 0 && ', '}
          <a href={href(props.view, `/${about}`)}>
            {article ? `${articleName(props.view, article.no)} ${plain(article.title, props.view)}` : about}
          </a>
        </>
      )
    })}
  </>
)

/** Bodies as links. */
export const BodyLinks = (props: { view: View; names: Names; keys: readonly string[] }) => (
  <>
    {props.keys.map((key, at) => (
      <>
        {at > 0 && ', '}
        <a href={href(props.view, `/bodies/${key}`)}>
          {nameOf(props.view, props.names.bodies, key, props.names.on)}
        </a>
      </>
    ))}
  </>
)

/** A task as lists show it. */
export function taskItem(
  view: View,
  task: Task,
  names: Pick<Names, 'bodies' | 'groups' | 'on'>,
  badges?: Child,
): Listed {
  return {
    number: task.no.length <= 6 ? task.no : undefined,
    title: <Local view={view} text={task.title} />,
    href: href(view, `/${aboutTask(task)}`),
    meta: [
      ...(task.leads.length > 0 ? [bodyNames(view, names, task.leads)] : []),
      ...(task.groups.length > 0 ? [task.groups.map((key) => groupName(view, names, key)).join(', ')] : []),
      yearsOf(view, task),
    ],
    ...(badges && { badges }),
  }
}

/** Tasks on the page of what they serve, each with the plan to which it belongs. */
export const TaskLines = (props: {
  view: View
  lines: readonly TaskLine[]
  level?: 2 | 3 | 4
  /** What bodies are called, where the page knows it. */
  nameOf?: (body: string) => string
}) => {
  const { view, nameOf } = props
  return (
    <StructuredList
      level={props.level ?? 3}
      items={props.lines.map((task) => ({
        title: <Local view={view} text={task.title} />,
        href: href(view, `/${aboutTask(task)}`),
        meta: [
          <InItsLanguage view={view} text={task.planTitle} />,
          ...(nameOf && task.leads.length > 0 ? [task.leads.map(nameOf).join(', ')] : []),
          yearsOf(view, task),
        ],
      }))}
    />
  )
}

export const Downloads = ({ view, path }: { view: View; path: string }) => (
  <p class="not-printed">
    {words(view).downloads}: <a href={`${href(view, path)}.csv${view.query}`}>CSV</a> ·{' '}
    <a href={`${href(view, path)}.json${view.query}`}>JSON</a>
  </p>
)

export const crumbs = (view: View, plan?: Plan) => [
  { href: href(view, '/plans'), label: words(view).title },
  ...(plan ? [crumb(view, plan, `/plans/${plan.key}`)] : []),
]

/** A step of the way to a page, in the language that the plan's title has. */
export function crumb(view: View, plan: Plan, path: string) {
  const { text, lang } = say(plan.doc.title, view.lang, view.languages)
  return { href: href(view, path), label: text, ...(lang !== view.lang && { lang }) }
}
