import { eq } from 'drizzle-orm'
import type { Committee } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import type { PublicForm } from '#kit/room.ts'
import { sittingForm } from './forms.ts'
import { refOf } from './members.ts'
import { committeeByKey, membershipsOf, sittingByNo, waiversOf } from './reads.ts'
import { recommendationAt, recommendationForm } from './recommendations.reads.ts'
import { compositions } from './tables.ts'

/** A committee as outsiders may hold the city to it. It has no trace of what anybody said of themselves. */
export async function committeeForm(
  reads: Reads,
  key: string,
  rules?: Committee,
): Promise<PublicForm | undefined> {
  const committee = rules ?? (await committeeByKey(reads, key))
  if (!committee) return undefined
  const members = await membershipsOf(reads, key)
  const counts = await reads
    .select()
    .from(compositions)
    .where(eq(compositions.committee, key))
    .orderBy(compositions.id)
  return {
    rules: committee,
    members: members
      .filter((each) => each.appointedAt)
      .map((each) => ({
        member: refOf(each),
        seat: each.seat,
        name: each.publishedAs,
        from: String(each.from),
        until: String(each.until),
        endedOn: each.endedOn && String(each.endedOn),
      })),
    waivers: (await waiversOf(reads, key)).map(({ id: _, committee: __, ...each }) => {
      return { ...each, from: String(each.from), until: String(each.until) }
    }),
    counts: counts.map(({ on, counted, sex, youth, genderCap, youthShare }) => {
      return { on: String(on), members: counted.length, sex, youth, genderCap, youthShare }
    }),
  }
}

/** The public form by the part of an address after `committees/`. */
export async function publishedForm(reads: Reads, id: string): Promise<PublicForm | undefined> {
  const [key = '', part, no = '', items, item = ''] = id.split('/')
  if (part === undefined) return committeeForm(reads, key)
  if (part !== 'sittings' || !isNumber(no)) return undefined
  if (items !== undefined) return isNumber(item) ? formAt(reads, key, Number(no), Number(item)) : undefined
  const sitting = await sittingByNo(reads, key, Number(no))
  return sitting && sittingForm(sitting)
}

async function formAt(reads: Reads, ...at: [committee: string, sitting: number, item: number]) {
  const one = await recommendationAt(reads, ...at)
  return one && recommendationForm(reads, one)
}

const isNumber = (text: string): boolean => /^[1-9][0-9]{0,6}$/.test(text)
