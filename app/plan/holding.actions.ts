import { asc, eq } from 'drizzle-orm'
import type { Holding } from '#people/index.ts'
import { agreements, quarters, remarks } from './tables.ts'

const { action, body, agrees, reason } = agreements
const agreed = { action, body, agrees, reason, lang: agreements.lang, at: agreements.at }
const reported = {
  ...{ action: quarters.action, quarter: quarters.quarter, body: quarters.body, reached: quarters.reached },
  ...{ text: quarters.text, lang: quarters.lang, obstacle: quarters.obstacle, at: quarters.at },
}

/** What somebody said of a plan, or did for a body: the words stay, the account behind them goes. */
export const plansHolding: Holding = {
  room: 'plans',
  async held(reads, person) {
    const { plan, who, text, lang, at } = remarks
    return {
      remarks: await reads
        .select({ plan, who, text, lang, at })
        .from(remarks)
        .where(eq(remarks.person, person))
        .orderBy(asc(remarks.id)),
      agreements: await reads.select(agreed).from(agreements).where(eq(agreements.person, person)),
      quarters: await reads.select(reported).from(quarters).where(eq(quarters.person, person)),
    }
  },
  async unlink(tx, person) {
    await tx.update(remarks).set({ person: null, who: '' }).where(eq(remarks.person, person))
    for (const table of [agreements, quarters])
      await tx.update(table).set({ person: null }).where(eq(table.person, person))
  },
}
