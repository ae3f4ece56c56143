import { type Names as LawNames, Named } from '#charter/index.ts'
import type { Succession as SuccessionFile } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { InPageNav } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy, WebLink } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import {
  type Bodies,
  type Body,
  holderOn,
  isVacant,
  lifeOf,
  type Post,
  shownOn,
  treeOn,
  versionOn,
  within,
} from './body.ts'
import { Names, nameOf } from './parts.tsx'
import { family, holdersOf } from './succession.ts'
import { Drawn, VersionTable } from './timeline.tsx'
import { words } from './words.ts'

type Props = {
  view: View
  bodies: Bodies
  body: Body
  laws: LawNames
  today: Day
  how: How | undefined
  history: readonly PublicEntry[]
}

/** One body over all its time: names, people, what it grew from and who answers for it now. */
export const BodyPage = (props: Props) => {
  const { view, bodies, body, today, how, history } = props
  const w = words(view)
  const version = shownOn(body, today)
  const related = family(bodies, body.key)
  const parts = [
    ...(related.length > 1 || body.versions.length > 1
      ? [{ id: 'timeline', label: w.timeline.title, is: <Story {...props} related={related} /> }]
      : []),
    ...(body.posts.length > 0
      ? [{ id: 'posts', label: w.posts, is: <Posts view={view} posts={body.posts} today={today} /> }]
      : []),
    { id: 'history', label: w.history, is: <History view={view} entries={history} /> },
  ]
  return (
    <Page
      view={view}
      current="bodies"
      title={say(version.name, view.lang, view.languages)}
      kicker={w.kinds[body.kind]}
      {...(body.about && { lead: <Local view={view} text={body.about} /> })}
      badges={<Standing view={view} body={body} today={today} />}
      breadcrumbs={[{ href: href(view, '/bodies'), label: w.title }]}
      aside={
        <>
          <FollowBox view={view} about={`bodies/${body.key}`} how={how} />
          <InPageNav view={view} items={parts} />
        </>
      }
    >
      <AnswersNow view={view} bodies={bodies} body={body} today={today} />
      <Facts {...props} />
      {parts.map(({ id, label, is }) => (
        <section class="flow" id={id}>
          <h2>{label}</h2>
          {is}
        </section>
      ))}
    </Page>
  )
}

const Standing = ({ view, body, today }: { view: View; body: Body; today: Day }) => {
  const w = words(view)
  const { from, until } = lifeOf(body)
  if (versionOn(body, today)) return <Badge tone="good">{w.stands}</Badge>
  if (from > today.toString()) return <Badge tone="waiting">{w.notYet}</Badge>
  return <Badge tone="stopped">{w.ended(dayText(Temporal.PlainDate.from(until ?? from), view.lang))}</Badge>
}

const AnswersNow = ({ view, bodies, body, today }: Pick<Props, 'view' | 'bodies' | 'body' | 'today'>) => {
  const w = words(view)
  if (lifeOf(body).from > today.toString()) return null
  const holders = holdersOf(bodies, body.key, today)
  const by = holders[0]?.by
  if (by === 'itself') return null
  return (
    <Notice view={view} kind={by ? 'info' : 'warning'} title={w.now}>
      {by ? (
        <p>
          {w.answersNow[by]}{' '}
          <strong>
            <Names view={view} bodies={bodies} keys={holders.map((each) => each.key)} on={today} />
          </strong>
        </p>
      ) : (
        <p>{w.nobody}</p>
      )}
    </Notice>
  )
}

const Facts = ({ view, bodies, body, laws, today }: Props) => {
  const w = words(view)
  const version = shownOn(body, today)
  const children = belongingTo(bodies, body.key, today)
  const named = (keys: readonly string[]) => <Names view={view} bodies={bodies} keys={keys} on={today} />
  const { duties, parent, basis, staff, units, unitsAre, note } = version
  return (
    <DescriptionList
      items={[
        { term: w.duties, is: duties ? <Local view={view} text={duties} /> : w.dutiesUnknown },
        ...(parent ? [{ term: w.parent, is: named([parent]) }] : []),
        ...(children.length > 0 ? [{ term: w.children, is: named(children) }] : []),
        {
          term: w.since,
          is: <DayBy view={view} on={lifeOf(body).from} precision={body.versions[0]!.precision} />,
        },
        ...(staff === undefined ? [] : [{ term: w.staff, is: w.timeline.staff(staff) }]),
        ...(units === undefined ? [] : [{ term: w.units, is: w.unitsAre[unitsAre ?? 'departments'](units) }]),
        ...(basis ? [{ term: w.basis, is: <Named view={view} provision={basis} names={laws} /> }] : []),
        ...(body.site ? [{ term: w.site, is: <WebLink href={body.site} /> }] : []),
        ...(body.kind === 'committee'
          ? [
              {
                term: w.kinds.committee,
                is: <a href={href(view, `/committees/${body.key}`)}>{w.committee}</a>,
              },
            ]
          : []),
        {
          term: w.source,
          is: (
            <>
              {note && <Local view={view} text={note} />} <Trust view={view} of={version} />
            </>
          ),
        },
      ]}
    />
  )
}

/** The bodies under a body on a day. */
const belongingTo = (bodies: Bodies, key: string, on: Day): string[] =>
  treeOn(bodies, on)
    .flatMap(function all(each): (typeof each)[] {
      return [each, ...each.children.flatMap(all)]
    })
    .filter((each) => each.version.parent === key)
    .map((each) => each.body.key)

const Story = (props: Props & { related: readonly Body[] }) => {
  const { view, bodies, body, laws, today, related } = props
  return (
    <>
      <div class={related.length > 1 ? 'flow' : 'columns'}>
        {body.successions.length > 0 && (
          <div class="flow">
            {body.successions.map((each) => (
              <Told view={view} bodies={bodies} laws={laws} succession={each} />
            ))}
          </div>
        )}
        <Drawn view={view} bodies={bodies} family={related} today={today} />
      </div>
      <VersionTable view={view} bodies={bodies} family={related} names={laws} />
    </>
  )
}

const Told = (props: { view: View; bodies: Bodies; laws: LawNames; succession: SuccessionFile }) => {
  const { view, bodies, laws, succession } = props
  const w = words(view)
  const on = Temporal.PlainDate.from(succession.on)
  const names = (keys: readonly string[], day: Day) =>
    keys.map((key) => nameOf(view, bodies, key, day)).join(', ')
  return (
    <div>
      <p>
        <strong>
          <DayBy view={view} on={succession.on} precision={succession.precision} />
        </strong>{' '}
        {w.succession[succession.kind](
          names(succession.from, on.subtract({ days: 1 })),
          names(succession.to, on),
        )}
        . {succession.kind !== 'renamed' && w.passes[succession.passes]}{' '}
        {succession.basis.map((each, at) => (
          <>
            {at > 0 && ', '}
            <Named view={view} provision={each} names={laws} />
          </>
        ))}
      </p>
      {succession.note && (
        <p class="muted">
          <Local view={view} text={succession.note} />
        </p>
      )}
      {succession.verification !== 'confirmed' && <Trust view={view} of={succession} />}
    </div>
  )
}

const Posts = ({ view, posts, today }: { view: View; posts: readonly Post[]; today: Day }) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.postsAre}
      columns={[
        { key: 'post', label: w.post },
        { key: 'holder', label: w.holder },
        { key: 'term', label: w.term, kind: 'date' },
      ]}
      rows={posts.flatMap((each) => postRows(view, each, today))}
    />
  )
}

function postRows(view: View, post: Post, today: Day) {
  const w = words(view)
  const name = (
    <>
      <Local view={view} text={post.name} /> <span class="muted">({w.filledBy[post.filledBy]})</span>
    </>
  )
  const doubted = (of: Post | Post['terms'][number]) =>
    of.verification !== 'confirmed' && <Trust view={view} of={of} />
  const held = post.terms.toReversed().map((term) => ({
    post: name,
    holder: (
      <>
        <bdi>
          <Local view={view} text={term.holder} />
        </bdi>{' '}
        {doubted(term)}
      </>
    ),
    term: (
      <>
        <DayBy view={view} on={term.from} precision={term.precision} /> ~{' '}
        {term.until && <DayBy view={view} on={term.until} precision="day" />}
      </>
    ),
  }))
  if (!within(post, today) || holderOn(post, today)) return held
  const now = isVacant(post, today) ? <Badge tone="waiting">{w.vacant}</Badge> : w.holderUnknown
  return [
    {
      post: name,
      holder: (
        <>
          {now} {doubted(post)}
        </>
      ),
    },
    ...held,
  ]
}
