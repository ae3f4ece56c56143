import type { Child } from 'hono/jsx'
import { LinkButton } from './buttons.tsx'
import type { Examples } from './example.ts'
import { Icon } from './icons.tsx'
import { type Seen, words } from './words.ts'

const icons = { info: 'info', success: 'check', warning: 'warning', error: 'error' } as const

export const Notice = (props: { view: Seen; kind?: keyof typeof icons; title?: Child; children?: Child }) => {
  const kind = props.kind ?? 'info'
  return (
    <div class={`notice ${kind}`} role={kind === 'info' ? undefined : 'status'}>
      <Icon name={icons[kind]} />
      <div>
        <p class="notice-title">{props.title ?? words(props.view).notice[kind]}</p>
        {props.children}
      </div>
    </div>
  )
}

/** Something everybody in the city must know now; above everything else. */
export const CriticalAlert = (props: { view: Seen; title: Child; children?: Child; href?: string }) => (
  <section class="critical" aria-label={words(props.view).alert}>
    <div class="frame">
      <p class="critical-title">
        <Icon name="warning" /> {props.href ? <a href={props.href}>{props.title}</a> : props.title}
      </p>
      {props.children && <div>{props.children}</div>}
    </div>
  </section>
)

/** What stands where a list would be, with the way on. */
export const EmptyState = (props: { title: Child; children?: Child; action?: Child }) => (
  <div class="empty">
    <p class="empty-title">{props.title}</p>
    {props.children && <p>{props.children}</p>}
    {props.action}
  </div>
)

/** The fast way out of a page that others should not see; without script it is a plain link. */
export const QuickExit = ({ view, href }: { view: Seen; href: string }) => {
  const w = words(view).leave
  return (
    <aside class="quick-exit" aria-label={w.go}>
      <a
        href={href}
        rel="noreferrer nofollow"
        class="button danger"
        data-quick-exit=""
        aria-describedby="quick-exit-how"
      >
        <Icon name="leave" /> {w.go}
      </a>
      <span id="quick-exit-how" class="quick-exit-how">
        <span class="quick-exit-keys">{w.keys}</span> {w.history}
      </span>
    </aside>
  )
}

export const examples: Examples = {
  info: (view, s) => (
    <Notice view={view}>
      <p>{s('이 글은 2019년 판입니다.', 'This is the text as it stood in 2019.')}</p>
    </Notice>
  ),
  success: (view, s) => (
    <Notice view={view} kind="success" title={s('제안을 받았습니다', 'Your proposal has arrived')}>
      <p>{s('답이 나오면 알려 드립니다.', 'We tell you when there is an answer.')}</p>
    </Notice>
  ),
  warning: (view, s) => (
    <Notice view={view} kind="warning" title={s('투표는 내일 끝납니다', 'Voting ends tomorrow')}>
      <p>{s('마감 뒤에는 바꿀 수 없습니다.', 'Nothing can be changed after that.')}</p>
    </Notice>
  ),
  error: (view, s) => (
    <Notice view={view} kind="error" title={s('보내지 못했습니다', 'It could not be sent')}>
      <p>{s('쓰신 내용은 남아 있습니다.', 'What you wrote is still here.')}</p>
    </Notice>
  ),
  'critical alert': (view, s) => (
    <CriticalAlert
      view={view}
      title={s('폭염 경보: 무더위 쉼터를 모두 엽니다', 'Heat warning: all cooling shelters are open')}
      href="#alert"
    >
      {s('가까운 쉼터는 행정복지센터에 물어보세요.', 'Your neighbourhood centre knows the nearest one.')}
    </CriticalAlert>
  ),
  'empty state': (_, s) => (
    <EmptyState
      title={s('아직 올라온 제안이 없습니다', 'No proposals yet')}
      action={<LinkButton href="#first">{s('첫 제안 올리기', 'Make the first one')}</LinkButton>}
    >
      {s('이 도시에 머무는 사람은 누구나 제안할 수 있습니다.', 'Anyone who stays in this city can make one.')}
    </EmptyState>
  ),
  'quick exit': (view) => <QuickExit view={view} href="https://example.org/weather" />,
}
