import { commitmentActs, type Pledge } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import { found } from '#kit/found.ts'
import { idOf, type Ref } from '#kit/ref.ts'
import { dayAt } from '#kit/time.ts'
import { marked } from './mark.ts'
import type { PetitionStory, PledgeDeed, PledgeStory } from './story.ts'
import { inRole, speakingFor, type World } from './world.ts'

/** What a promise has from that which it answers, where it does not say it itself. */
type Origin = Partial<Pick<PetitionStory, 'topic' | 'articles' | 'district'>> & Pick<PetitionStory, 'groups'>

/** What an answer of today promises. */
export function promised(world: World, origin: Origin, body: string, pledge: PledgeStory): Pledge {
  const { city, lang } = world
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const { starts, due, cost, milestones, after: _, ...said } = pledge
  const topic = city.facts.subjects.topics.find(({ key }) => key === origin.topic)
  return {
    ...said,
    title: marked(said.title, lang),
    lang,
    lead: said.lead ?? body,
    startsOn: today.add({ days: starts }),
    dueOn: today.add({ days: due }),
    cost: cost === 'none' ? cost : { amount: cost },
    milestones: milestones.map(([title, day]) => ({ title, dueOn: today.add({ days: day }) })),
    articles: said.articles.length > 0 ? said.articles : (origin.articles ?? topic?.articles ?? []),
    groups: said.groups.length > 0 ? said.groups : origin.groups,
    districts: said.districts.length > 0 || !origin.district ? said.districts : [origin.district],
  }
}

/** Remembers what an answer has promised, for what became of it. */
export function keepPledges(world: World, key: string, made: readonly Pledge[], refs: readonly Ref[]): void {
  const kept = refs.map((each, nth) => ({ id: Number(idOf(each)), lead: made[nth]!.lead }))
  world.pledges.set(key, [...(world.pledges.get(key) ?? []), ...kept])
}

/** Does what the story says became of a promise. */
export async function playPledge(
  world: World,
  { key, no, did }: { key: string; no: number; did: PledgeDeed },
): Promise<void> {
  const { city, lang } = world
  const { id, lead: body } = world.pledges.get(key)![no]!
  const lead = speakingFor(world, body)
  const say = (text: string) => ({ text, lang, links: [], files: [] })
  const shown = (text: string) => ({ ...say(text), links: [`https://example.org/${key}`] })
  switch (did.deed) {
    case 'report':
      return commitmentActs.report(city, lead, id, say(did.said.report))
    case 'milestone':
      return commitmentActs.reach(city, lead, id, did.said.milestone, shown(did.said.text))
    case 'help':
      return commitmentActs.askHelp(city, lead, id, did.said.help, say(did.said.text))
    case 'helped': {
      const { asked, of } = (await wholeOf(city, id)).helps.at(-1)!
      const helper = speakingFor(world, of)
      return commitmentActs.answerHelp(
        city,
        helper,
        id,
        { asked, accepted: did.said.helped },
        say(did.said.text),
      )
    }
    case 'change':
      return commitmentActs.changePlan(
        city,
        lead,
        id,
        replanned(city, await wholeOf(city, id), did),
        say(did.said.text),
      )
    case 'done':
      return commitmentActs.declareDone(city, lead, id, shown(did.said.done))
    case 'stop':
      return commitmentActs.stop(city, lead, id, say(did.said.stop))
    case 'check': {
      const { check: finding, by, method, text } = did.said
      const [who, role] = checkers[by]
      const { steps } = await wholeOf(city, id)
      const declared = steps.findLast(({ kind }) => kind === 'done')!.no
      return commitmentActs.check(
        city,
        inRole(world, who, role),
        id,
        { finding, method, declared },
        shown(text),
      )
    }
  }
}

const wholeOf = (city: City, id: number) => found(commitmentActs.wholeCommitment(city.reads, id))
type Whole = Awaited<ReturnType<typeof wholeOf>>

/** The plan with another day, counted from the day of the promise as the story counts. */
function replanned(city: City, { commitment }: Whole, { said }: Extract<PledgeDeed, { deed: 'change' }>) {
  const { text, lead, supporting, startsOn, cost, adoptedAt } = commitment
  const dueOn = dayAt(adoptedAt, city.facts.timeZone).add({ days: said.change.due })
  return { text, lead, supporting, startsOn, cost, dueOn, moved: [], added: [] }
}

/** Who of the cast looks whether something was done, in which role. */
export const checkers = {
  residents: ['nari', 'attestor'],
  audit: ['audit', 'auditor'],
  committee: ['daeun', 'secretary'],
} as const
