import type { Hiding, Of, Status } from './indicator.ts'
import type { Period } from './period.ts'

/** A published figure on its way out. */
export type Exported = {
  indicator: string
  of: Of
  district: string | null
  unit: string | null
  period: Period
  /** The figure as its source wrote it; nothing where it is missing or hidden. */
  written: string
  status: Status
  hidden: Hiding | null
  marks: Readonly<Record<string, string>>
  comment: string
}
