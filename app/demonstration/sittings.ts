import { committeeActs as acts } from '#committees/index.ts'
import { found } from '#kit/found.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { petitionActs } from '#petitions/index.ts'
import { marked } from './mark.ts'
import { playApproved, playSubmitted } from './plans.ts'
import { keepPledges, promised } from './pledges.ts'
import type { CommitteeStory, Recommended, SittingStory } from './story.ts'
import { daysFrom } from './when.ts'
import { speakingFor, type World } from './world.ts'

const secretaryOf = (world: World, committee: string) => speakingFor(world, committee)

/** Seats the members of a committee, each proposed and then appointed. */
export async function playMembers(world: World, { key, members }: CommitteeStory): Promise<void> {
  const { city, lang } = world
  const by = secretaryOf(world, key)
  const from = dayAt(city.clock.now(), city.facts.timeZone)
  for (const { name, sex, young } of members.people) {
    const shown = marked(name, lang)
    const until = from.add({ days: members.lasts })
    const draft = { seat: members.seat, name: shown, publishedAs: shown, from, until, traits: { sex, young } }
    const proposal = await acts.propose(city, by, key, draft)
    await acts.appoint(city, by, key, proposal)
  }
}

/** Calls a sitting, and puts on its agenda what people asked. */
export async function playCall(world: World, committee: string, sitting: SittingStory): Promise<void> {
  const { city, lang } = world
  const by = secretaryOf(world, committee)
  const no = await acts.call(city, by, committee, {
    kind: 'regular',
    startsAt: startOf(world, sitting),
    minutes: 120,
    place: sitting.place,
    mode: 'both',
    lang,
    agenda: sitting.items.flatMap(({ title }) => (title ? [marked(title, lang)] : [])),
  })
  for (const { petition, plan } of sitting.items) {
    if (petition) await petitionActs.putBefore(city, by, world.petitions.get(petition)!, no)
    if (plan) await playSubmitted(world, plan, no)
  }
}

/** The morning of the sitting's day. */
function startOf({ city, today }: World, { day }: SittingStory): Instant {
  const { timeZone } = city.facts
  const on = today.add({ days: daysFrom(today, day) })
  return on.toZonedDateTime({ timeZone, plainTime: '09:00' }).toInstant()
}

/** Holds a sitting: all but one were there, and each item is decided. */
export async function playHeld(
  world: World,
  committee: string,
  no: number,
  { items }: SittingStory,
): Promise<void> {
  const { city } = world
  const by = secretaryOf(world, committee)
  const seated = (await acts.membershipsOf(city.reads, committee)).map(acts.refOf)
  await acts.record(city, by, committee, no, { present: seated.slice(1), excused: seated.slice(0, 1) })
  for (const [
    at,
    {
      text,
      to,
      votes: [inFavour, against, abstain],
    },
  ] of items.entries())
    await acts.decide(city, by, committee, no, at + 1, {
      outcome: 'adopted',
      text: text ?? '',
      votes: { for: inFavour, against, abstain },
      recommendedTo: to,
    })
  for (const { plan } of items) if (plan) await playApproved(world, plan, no)
}

export const playMinutes = (world: World, committee: string, no: number, text: string): Promise<void> =>
  acts.publishMinutes(world.city, secretaryOf(world, committee), committee, no, { text, lang: world.lang })

type Asked = { committee: string; no: number; item: number; key: string }

/** Answers a recommendation as the body that was asked. */
export async function playAnswer(
  world: World,
  { committee, no, item, key }: Asked,
  said: Recommended,
): Promise<void> {
  const { city, lang } = world
  const { id, body } = await found(acts.recommendationAt(city.reads, committee, no, item))
  const { answer, text, reason, because, review, pledges = [] } = said
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const office = speakingFor(world, body)
  const made = pledges.map((each) => promised(world, { groups: [] }, body, each))
  await acts.answer(city, office, id, {
    answer,
    text,
    lang,
    reason,
    because,
    reviewOn: review === undefined ? undefined : today.add({ days: review }),
    pledges: made,
    seen: 0,
  })
  const answers = await acts.answersTo(city.reads, id)
  keepPledges(world, key, made, answers.at(-1)!.commitments)
}
