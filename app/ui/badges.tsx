import type { Child } from 'hono/jsx'
import type { Examples } from './example.ts'
import { still } from './still.ts'
import { type Seen, words } from './words.ts'

export type Tone = 'neutral' | 'info' | 'good' | 'waiting' | 'late' | 'stopped'

/** A state in a word; the tone only repeats what the word says. */
export const Badge = (props: { tone?: Tone | undefined; children: Child }) =>
  typeof props.children === 'string' ? (
    <Plain tone={props.tone} says={props.children} />
  ) : (
    <span class={`badge ${props.tone ?? 'neutral'}`}>{props.children}</span>
  )

// Every row of a list has one, and there are few of them.
const Plain = still(({ tone = 'neutral', says }: { tone?: Tone | undefined; says: string }) => (
  <span class={`badge ${tone}`}>{says}</span>
))

export type Verification = 'confirmed' | 'working' | 'imported'

/** How sure a text is, with what that means and where it comes from, one press away. */
export const VerificationBadge = (props: { view: Seen; verification: Verification; source?: Child }) => {
  const { source } = words(props.view).verification
  const { label, means } = words(props.view).verification[props.verification]
  return (
    <details class="verification">
      <summary>
        <span class={`badge ${props.verification}`}>{label}</span>
      </summary>
      <p>
        {means}
        {props.source && (
          <>
            {' '}
            {source} {props.source}
          </>
        )}
      </p>
    </details>
  )
}

export const examples: Examples = {
  tones: (_, s) => (
    <p class="badges">
      <Badge>{s('준비 중', 'In preparation')}</Badge>
      <Badge tone="info">{s('의견 듣는 중', 'Open for opinions')}</Badge>
      <Badge tone="waiting">{s('답변 기다리는 중', 'Waiting for an answer')}</Badge>
      <Badge tone="good">{s('이행함', 'Kept')}</Badge>
      <Badge tone="late">{s('기한 지남', 'Overdue')}</Badge>
      <Badge tone="stopped">{s('폐지됨', 'Abolished')}</Badge>
    </p>
  ),
  verification: (view, s) => (
    <div class="badges">
      {(['confirmed', 'working', 'imported'] as const).map((each) => (
        <VerificationBadge
          view={view}
          verification={each}
          source={<a href="#source">{s('시보 제1234호', 'City gazette 1234')}</a>}
        />
      ))}
    </div>
  ),
}
