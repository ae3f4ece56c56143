import { asc, eq } from 'drizzle-orm'
import type { Holding } from '#people/index.ts'
import { opinions, petitions, remarks, signatures } from './tables.ts'

/**
 * What this room keeps about somebody with an account. When they leave, what they said stays, said by a resident;
 * that they signed goes, though it stays counted.
 */
export const petitionsHolding: Holding = {
  room: 'petitions',
  async held(reads, person) {
    const { id, title, text, lang, filedAt, way, shownAs } = petitions
    const { petition: of, kind, text: words, lang: spoken, at: when } = remarks
    const { petition, stance, text: said, lang: inLang, at } = opinions
    return {
      filed: await reads
        .select({ id, title, text, lang, filedAt, way, shownAs })
        .from(petitions)
        .where(eq(petitions.person, person))
        .orderBy(asc(id)),
      told: await reads
        .select({ petition: of, kind, text: words, lang: spoken, at: when })
        .from(remarks)
        .innerJoin(petitions, eq(petitions.id, remarks.petition))
        .where(eq(petitions.person, person))
        .orderBy(asc(remarks.id)),
      signed: await reads
        .select({ petition: signatures.petition, at: signatures.at })
        .from(signatures)
        .where(eq(signatures.person, person))
        .orderBy(asc(signatures.petition)),
      said: await reads
        .select({ petition, stance, text: said, lang: inLang, at })
        .from(opinions)
        .where(eq(opinions.person, person))
        .orderBy(asc(opinions.id)),
    }
  },
  async unlink(tx, person) {
    await tx.delete(signatures).where(eq(signatures.person, person))
    await tx.update(opinions).set({ person: null }).where(eq(opinions.person, person))
    await tx.update(petitions).set({ person: null, shownAs: null }).where(eq(petitions.person, person))
  },
}
