import { Refusal } from '#kit/refusal.ts'
import { type Instant, isBefore } from '#kit/time.ts'

export type Garden = { id: number; title: string; lang: string; beganAt: Instant; closedAt: Instant | null }

export type State = 'open' | 'closed'

export const stateOf = ({ closedAt }: Pick<Garden, 'closedAt'>, at: Instant): State =>
  closedAt && !isBefore(at, closedAt) ? 'closed' : 'open'

export function checkOpen(garden: Pick<Garden, 'closedAt'>, at: Instant): void {
  if (stateOf(garden, at) === 'closed') throw new Refusal('gardens.already-closed')
}
