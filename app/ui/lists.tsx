import type { Child } from 'hono/jsx'
import { number } from '#kit/numbers.ts'
import { Badge, type Tone } from './badges.tsx'
import type { Examples } from './example.ts'
import { Icon } from './icons.tsx'
import { accent } from './text.tsx'
import { type Seen, words } from './words.ts'

export type Listed = {
  title: Child
  href?: string | undefined
  /** Set large in the margin: an article's number, a date. */
  number?: Child
  text?: Child
  meta?: readonly Child[]
  badges?: Child
  chapter?: number | undefined
  /** Of the title and the text, where it is another than the page's. */
  lang?: string | undefined
}

/** Things under each other, set like the contents of a book. */
export const StructuredList = (props: { items: readonly Listed[]; level?: 2 | 3 | 4; empty?: Child }) => {
  if (props.items.length === 0) return <>{props.empty}</>
  const Heading = `h${props.level ?? 3}` as 'h3'
  return (
    <ul class="listing">
      {props.items.map(({ title, href, number, text, meta, badges, chapter, lang }) => (
        <li class={accent(chapter)}>
          {number !== undefined && <div class="listing-number">{number}</div>}
          <div class="listing-main">
            <Heading class="listing-title" lang={lang}>
              {href ? <a href={href}>{title}</a> : title}
            </Heading>
            {text && <p lang={lang}>{text}</p>}
            {meta && meta.length > 0 && (
              <ul class="meta">
                {meta.map((each) => (
                  <li>{each}</li>
                ))}
              </ul>
            )}
          </div>
          {badges && <div class="badges">{badges}</div>}
        </li>
      ))}
    </ul>
  )
}

export const DescriptionList = (props: { items: readonly { term: Child; is: Child }[] }) => (
  <dl class="facts">
    {props.items.map(({ term, is }) => (
      <div>
        <dt>{term}</dt>
        <dd>{is}</dd>
      </div>
    ))}
  </dl>
)

/** A few large numbers, each leading to the list it counts. */
export const SummaryCounts = (props: {
  view: Seen
  items: readonly { count: number; label: string; href?: string; tone?: Tone }[]
}) => (
  <ul class="counts">
    {props.items.map(({ count, label, href, tone }) => {
      const inner = (
        <>
          <span class="count">{number(count, props.view.lang)}</span> <span class="count-label">{label}</span>
        </>
      )
      return <li class={tone ?? 'neutral'}>{href ? <a href={href}>{inner}</a> : inner}</li>
    })}
  </ul>
)

/** Onwards and back in a long list. */
export const Pagination = (props: {
  view: Seen
  newer?: string | undefined
  older?: string | undefined
  /** Onwards in a list that is not in order of time. */
  next?: string | undefined
}) => {
  const w = words(props.view).pages
  const onwards = props.next ?? props.older
  if (!props.newer && !onwards) return null
  return (
    <nav class="pages" aria-label={w.label}>
      {props.newer && (
        <a href={props.newer} rel="prev">
          <Icon name="back" /> {w.newer}
        </a>
      )}
      {onwards && (
        <a href={onwards} rel="next" class="older">
          {props.next ? w.next : w.older} <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

export type Found = {
  href: string
  title: Child
  kind: string
  excerpt: readonly (string | { hit: string })[]
  lang?: string | undefined
  where?: string
}

export const SearchResults = ({ view, results }: { view: Seen; results: readonly Found[] }) =>
  results.length === 0 ? (
    <p>{words(view).search.none}</p>
  ) : (
    <ol class="listing found">
      {results.map(({ href, title, kind, excerpt, lang, where }) => (
        <li lang={lang}>
          <div class="listing-main">
            <p class="found-kind" lang={view.lang}>
              {kind}
              {where && ` · ${where}`}
            </p>
            <h2 class="listing-title">
              <a href={href}>{title}</a>
            </h2>
            <p>{excerpt.map((part) => (typeof part === 'string' ? part : <mark>{part.hit}</mark>))}</p>
          </div>
        </li>
      ))}
    </ol>
  )

/** The few great doors of a front page, each a verb. */
export const DoorList = (props: { items: readonly { href: string; title: string; text: string }[] }) => (
  <ul class="doors">
    {props.items.map(({ href, title, text }, i) => (
      <li class={accent(i + 1)}>
        <h2>
          <a href={href}>
            {title} <Icon name="next" />
          </a>
        </h2>
        <p>{text}</p>
      </li>
    ))}
  </ul>
)

export const examples: Examples = {
  'structured list': (_, s) => (
    <StructuredList
      items={[
        {
          number: s('제3조', 'Art. 3'),
          title: s('배우고 토론할 권리 (예시)', 'Right to learn and debate (example)'),
          href: '#3',
          text: s(
            '시민은 권리를 배우고 함께 이야기할 자리를 가진다.',
            'People have places to learn their rights and talk.',
          ),
          meta: [s('약속 4건', '4 commitments'), s('지표 2개', '2 indicators')],
          chapter: 1,
        },
        {
          number: s('제9조', 'Art. 9'),
          title: s('평등하게 살 권리 (예시)', 'Right to equality (example)'),
          href: '#9',
          meta: [s('약속 없음', 'No commitments')],
          badges: <Badge tone="late">{s('아무것도 없음', 'Nothing serves it')}</Badge>,
          chapter: 3,
        },
      ]}
    />
  ),
  'description list': (_, s) => (
    <DescriptionList
      items={[
        { term: s('맡은 곳', 'Responsible'), is: <a href="#body">{s('인권과', 'Human Rights Office')}</a> },
        { term: s('시작한 날', 'Since'), is: s('2021. 3. 2.', '2 March 2021') },
        { term: s('전화', 'Telephone'), is: '000-123-4567' },
      ]}
    />
  ),
  'summary counts': (view, s) => (
    <SummaryCounts
      view={view}
      items={[
        { count: 3, label: s('기한 지남', 'overdue'), href: '#late', tone: 'late' },
        { count: 12, label: s('나를 기다림', 'waiting for me'), href: '#mine', tone: 'waiting' },
        { count: 1204, label: s('모두', 'altogether'), href: '#all' },
      ]}
    />
  ),
  pagination: (view) => <Pagination view={view} newer="#newer" older="#older" />,
  'search results': (view, s) => (
    <SearchResults
      view={view}
      results={[
        {
          href: '#11',
          title: s('제11조 이동할 권리 (예시)', 'Article 11, right to move about (example)'),
          kind: s('헌장', 'Charter'),
          where: s('제3장', 'Chapter 3'),
          excerpt: [
            s('누구나 ', 'Everyone can take the '),
            { hit: s('버스', 'bus') },
            s('를 탈 수 있어야 한다.', '.'),
          ],
        },
      ]}
    />
  ),
  'no results': (view) => <SearchResults view={view} results={[]} />,
  doors: (_, s) => (
    <DoorList
      items={[
        {
          href: '#a',
          title: s('말하기', 'Speak up'),
          text: s('어려움을 알리고, 제안하고, 도움을 청합니다.', 'Report, propose, ask for help.'),
        },
        {
          href: '#b',
          title: s('함께 정하기', 'Decide together'),
          text: s('예산과 안건을 투표로 정합니다.', 'Vote on budgets and motions.'),
        },
        {
          href: '#c',
          title: s('약속 지켜보기', 'See what was promised'),
          text: s('시가 한 약속이 어디까지 왔는지 봅니다.', 'How far the city has come.'),
        },
        {
          href: '#d',
          title: s('내 권리 알기', 'Know your rights'),
          text: s('헌장과 조례를 쉬운 말로 읽습니다.', 'The charter and the law, in plain words.'),
        },
      ]}
    />
  ),
}
