import type { Child } from 'hono/jsx'
import type { Lang } from '#kit/words.ts'
import type { Examples } from './example.ts'
import { href } from './href.ts'
import { Icon } from './icons.tsx'
import { type Seen, words } from './words.ts'

export type Crumb = { href: string; label: string; lang?: Lang }

/** The way from the front page to here, without here itself. */
export const Breadcrumbs = ({ view, items }: { view: Seen; items: readonly Crumb[] }) => {
  const w = words(view)
  return (
    <nav class="crumbs" aria-label={w.breadcrumbs}>
      <ol>
        {[{ href: href(view, '/'), label: w.here } as Crumb, ...items].map((each) => (
          <li>
            <a href={each.href} lang={each.lang}>
              {each.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Sides of one thing, each a page of its own. */
export const Tabs = (props: {
  label: string
  items: readonly { href: string; label: string; current?: boolean; count?: number }[]
}) => (
  <nav class="tabs" aria-label={props.label}>
    <ul>
      {props.items.map(({ href, label, current, count }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
            {count !== undefined && <span class="tab-count"> {count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const InPageNav = (props: {
  view: Seen
  items: readonly { id: string; label: string }[]
  title?: string
}) => {
  const title = props.title ?? words(props.view).inPage
  return (
    <nav class="in-page" aria-label={title}>
      <p class="in-page-title" aria-hidden="true">
        {title}
      </p>
      <ul>
        {props.items.map(({ id, label }) => (
          <li>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The things before and after this one, where they stand in an order. */
export const Neighbours = (props: { view: Seen; before: Crumb | undefined; after: Crumb | undefined }) => {
  const { view, before, after } = props
  if (!before && !after) return null
  return (
    <nav class="pages" aria-label={words(view).neighbours}>
      {before && (
        <a href={before.href} rel="prev">
          <Icon name="back" /> {before.label}
        </a>
      )}
      {after && (
        <a href={after.href} rel="next" class="older">
          {after.label} <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

/** Something most readers may pass over. */
export const Disclosure = (props: { summary: Child; children: Child; open?: boolean; id?: string }) => (
  <details class="disclosure" open={props.open ?? false} id={props.id}>
    <summary>{props.summary}</summary>
    <div class="disclosure-body">{props.children}</div>
  </details>
)

export const Accordion = (props: {
  items: readonly { title: Child; children: Child; open?: boolean; id?: string }[]
}) => (
  <div class="accordion">
    {props.items.map(({ title, children, open, id }) => (
      <details open={open ?? false} id={id}>
        <summary>{title}</summary>
        <div class="disclosure-body">{children}</div>
      </details>
    ))}
  </div>
)

export const examples: Examples = {
  breadcrumbs: (view, s) => (
    <Breadcrumbs
      view={view}
      items={[
        { href: '#charter', label: s('헌장', 'Charter') },
        { href: '#chapter', label: s('제3장', 'Chapter 3') },
      ]}
    />
  ),
  tabs: (_, s) => (
    <Tabs
      label={s('이 조항의', 'Of this article')}
      items={[
        { href: '#text', label: s('조문', 'Text'), current: true },
        { href: '#kept', label: s('이행', 'What serves it'), count: 4 },
        { href: '#history', label: s('이력', 'History') },
      ]}
    />
  ),
  'in-page navigation': (view, s) => (
    <InPageNav
      view={view}
      items={[
        { id: 'text', label: s('조문', 'Text') },
        { id: 'serves', label: s('이 권리를 위한 일', 'What serves it') },
        { id: 'history', label: s('이력', 'History') },
      ]}
    />
  ),
  neighbours: (view, s) => (
    <Neighbours
      view={view}
      before={{
        href: '#10',
        label: s('제10조 돌봄을 받을 권리 (예시)', 'Article 10, right to care (example)'),
      }}
      after={{ href: '#12', label: s('제12조 문화의 다양성 (예시)', 'Article 12, diversity (example)') }}
    />
  ),
  accordion: (_, s) => (
    <Accordion
      items={[
        {
          title: s('누가 제안할 수 있나요?', 'Who can make a proposal?'),
          children: <p>{s('머물고 일하고 배우는 누구나.', 'Anyone who stays, works or learns here.')}</p>,
          open: true,
        },
        {
          title: s('이름이 공개되나요?', 'Is my name public?'),
          children: <p>{s('원하지 않으면 공개하지 않습니다.', 'Only if you wish.')}</p>,
        },
      ]}
    />
  ),
  disclosure: (_, s) => (
    <Disclosure summary={s('왜 묻나요?', 'Why do we ask?')}>
      <p>
        {s('어느 구의 일인지 알아야 맡을 곳을 정할 수 있습니다.', 'The district decides who takes it on.')}
      </p>
    </Disclosure>
  ),
}
