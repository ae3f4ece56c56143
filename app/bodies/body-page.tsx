import { type Names as LawNames, Named } from '#charter/index.ts'
import type { Succession as SuccessionFile } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { FollowButton, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { BarChart } from '#ui/charts.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText, WebLink } from '#ui/text.tsx'
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
import { DayBy, Names, nameOf } from './parts.tsx'
import { family, holdersOf } from './succession.ts'
import { Succession } from './timeline.tsx'
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
export const BodyPage = ({ view, bodies, body, laws, today, how, history }: Props) => {
  const w = words(view)
  const version = shownOn(body, today)
  const related = family(bodies, body.key)
  return (
    <Page
      view={view}
      current="bodies"
      title={say(version.name, view.lang, view.languages)}
      kicker={w.kinds[body.kind]}
      badges={<Standing view={view} body={body} today={today} />}
      breadcrumbs={[{ href: href(view, '/bodies'), label: w.title }]}
    >
      <AnswersNow view={view} bodies={bodies} body={body} today={today} />
      {body.about && (
        <p class="lead">
          <Local view={view} text={body.about} />
        </p>
      )}
      <Facts view={view} bodies={bodies} body={body} laws={laws} today={today} />
      {body.kind === 'committee' && (
        <p>
          <a href={href(view, `/committees/${body.key}`)}>{w.committee}</a>
        </p>
      )}
      <h2>{w.duties}</h2>
      <p>{version.duties ? <Local view={view} text={version.duties} /> : w.dutiesUnknown}</p>
      {(related.length > 1 || body.versions.length > 1) && (
        <section class="flow" id="timeline">
          <h2>{w.timeline.title}</h2>
          <Succession view={view} bodies={bodies} family={related} names={laws} today={today} />
          {body.successions.map((each) => (
            <Told view={view} bodies={bodies} laws={laws} succession={each} />
          ))}
        </section>
      )}
      <Staff view={view} body={body} />
      {body.posts.length > 0 && <Posts view={view} posts={body.posts} today={today} />}
      <h2>{w.history}</h2>
      <FollowButton view={view} about={`bodies/${body.key}`} how={how} />
      <History view={view} entries={history} />
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

const Facts = ({ view, bodies, body, laws, today }: Omit<Props, 'history' | 'how'>) => {
  const w = words(view)
  const version = shownOn(body, today)
  const { from } = lifeOf(body)
  const children = treeOn(bodies, today)
    .flatMap(function all(each): (typeof each)[] {
      return [each, ...each.children.flatMap(all)]
    })
    .filter((each) => each.version.parent === body.key)
  return (
    <>
      <DescriptionList
        items={[
          ...(version.parent
            ? [
                {
                  term: w.parent,
                  is: <Names view={view} bodies={bodies} keys={[version.parent]} on={today} />,
                },
              ]
            : []),
          { term: w.from, is: <DayBy view={view} on={from} precision={body.versions[0]!.precision} /> },
          ...(version.basis
            ? [{ term: w.basis, is: <Named view={view} provision={version.basis} names={laws} /> }]
            : []),
          ...(children.length > 0
            ? [
                {
                  term: w.children,
                  is: (
                    <Names
                      view={view}
                      bodies={bodies}
                      keys={children.map((each) => each.body.key)}
                      on={today}
                    />
                  ),
                },
              ]
            : []),
          ...(body.site ? [{ term: w.site, is: <WebLink href={body.site} /> }] : []),
        ]}
      />
      <Trust view={view} of={version} />
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
    <div class="flow">
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
      <Trust view={view} of={succession} />
    </div>
  )
}

const Staff = ({ view, body }: { view: View; body: Body }) => {
  const w = words(view)
  const known = body.versions.filter((each) => each.staff !== undefined)
  if (known.length < 2) return null
  return (
    <BarChart
      view={view}
      caption={w.staffOverTime}
      bars={known.map((each) => ({
        label: <DayBy view={view} on={each.from} precision={each.precision} />,
        value: each.staff!,
        text: w.timeline.staff(each.staff!),
      }))}
    />
  )
}

const Posts = ({ view, posts, today }: { view: View; posts: readonly Post[]; today: Day }) => {
  const w = words(view)
  const columns = [
    { key: 'post', label: w.post },
    { key: 'holder', label: w.holder },
    { key: 'from', label: w.from, kind: 'date' as const },
    { key: 'until', label: w.until, kind: 'date' as const },
    { key: 'trust', label: w.source },
  ]
  return (
    <Table
      view={view}
      caption={w.posts}
      columns={columns}
      rows={posts.flatMap((each) => postRows(view, each, today))}
    />
  )
}

function postRows(view: View, post: Post, today: Day) {
  const w = words(view)
  const name = (
    <>
      <Local view={view} text={post.name} /> <span class="muted">{w.filledBy[post.filledBy]}</span>
    </>
  )
  const held = post.terms.toReversed().map((term) => ({
    post: name,
    holder: <Local view={view} text={term.holder} />,
    from: <DayBy view={view} on={term.from} precision={term.precision} />,
    until: term.until && <DayText view={view} day={Temporal.PlainDate.from(term.until)} />,
    trust: <Trust view={view} of={term} />,
  }))
  if (!within(post, today) || holderOn(post, today)) return held
  const now = isVacant(post, today) ? <Badge tone="waiting">{w.vacant}</Badge> : w.holderUnknown
  return [{ post: name, holder: now, trust: <Trust view={view} of={post} /> }, ...held]
}
