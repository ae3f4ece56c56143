import type { Child } from 'hono/jsx'
import { Courtyard } from './brand.tsx'
import { LinkButton } from './buttons.tsx'
import type { Examples } from './example.ts'

/** How a front page begins: what the city says, what one can do, and the courtyard. */
export const Opening = (props: { title: Child; lead: Child; action?: Child; level?: 1 | 2 }) => {
  const Heading = `h${props.level ?? 1}` as 'h1'
  return (
    <div class="opening">
      <div class="flow">
        <Heading>{props.title}</Heading>
        <p class="lead">{props.lead}</p>
        {props.action}
      </div>
      <Courtyard />
    </div>
  )
}

export const examples: Examples = {
  'a front page begins': (_, s) => (
    <Opening
      level={2}
      title={s('모두의 마당에 오셨습니다', 'Welcome to the courtyard')}
      lead={s('말하고, 함께 정하고, 약속을 지켜봅니다.', 'Speak up, decide together, see what became of it.')}
      action={<LinkButton href="#start">{s('말하기', 'Speak up')}</LinkButton>}
    />
  ),
}
