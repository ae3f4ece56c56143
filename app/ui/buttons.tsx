import type { Child } from 'hono/jsx'
import type { View } from '#kit/view.ts'
import type { Examples } from './example.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind | undefined; small?: boolean | undefined }

const look = ({ kind = 'primary', small }: Look) => `button ${kind}${small ? ' small' : ''}`

export const Button = (
  props: Look & { children: Child; type?: 'submit' | 'button'; name?: string; value?: string },
) => (
  <button type={props.type ?? 'submit'} class={look(props)} name={props.name} value={props.value}>
    {props.children}
  </button>
)

export const LinkButton = (props: Look & { href: string; children: Child }) => (
  <a class={look(props)} href={props.href}>
    {props.children}
  </a>
)

export const ButtonRow = (props: { children: Child }) => <div class="button-row">{props.children}</div>

/** A form that is only a button. */
export const PostButton = (
  props: Look & {
    view: Pick<View, 'csrf'>
    action: string
    children: Child
    fields?: Record<string, string>
  },
) => (
  <form method="post" action={props.action} class="post-button" data-once="">
    <input type="hidden" name="_csrf" value={props.view.csrf} />
    {Object.entries(props.fields ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button kind={props.kind} small={props.small}>
      {props.children}
    </Button>
  </form>
)

export const examples: Examples = {
  kinds: (_, s) => (
    <ButtonRow>
      <Button>{s('제안 올리기', 'Send the proposal')}</Button>
      <Button kind="secondary">{s('미리 보기', 'Look at it first')}</Button>
      <Button kind="quiet">{s('나중에 하기', 'Do it later')}</Button>
      <Button kind="danger">{s('계정 지우기', 'Erase my account')}</Button>
    </ButtonRow>
  ),
  'links and posts': (view, s) => (
    <ButtonRow>
      <LinkButton href="#links">{s('권리 찾아보기', 'Find your right')}</LinkButton>
      <LinkButton href="#links" kind="secondary" small>
        {s('작은 단추', 'A small one')}
      </LinkButton>
      <PostButton view={view} action="#" kind="secondary" small fields={{ what: 'follow' }}>
        {s('소식 받기', 'Keep me told')}
      </PostButton>
    </ButtonRow>
  ),
}
