import { commitmentActs, type Pledge } from '#commitments/index.ts'
import { found } from '#kit/found.ts'
import { dayAt } from '#kit/time.ts'
import { marked } from './mark.ts'
import type { Scene } from './scenes.ts'
import type { PetitionStory, PledgeDeed, PledgeStory } from './story.ts'
import { inRole, speakingFor, type World } from './world.ts'

type Played = Extract<Scene, { what: 'pledge' }>

/** What an answer of today promises. What it does not say itself it has from the petition. */
export function promised(world: World, petition: PetitionStory, body: string, pledge: PledgeStory): Pledge {
  const { city, lang } = world
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const { starts, due, cost, milestones, after: _, ...said } = pledge
  const topic = city.facts.subjects.topics.find(({ key }) => key === petition.topic)
  return {
    ...said,
    title: marked(said.title, lang),
    lang,
    lead: said.lead ?? body,
    startsOn: today.add({ days: starts }),
    dueOn: today.add({ days: due }),
    cost: cost === 'none' ? cost : { amount: cost },
    milestones: milestones.map(([title, day]) => ({ title, dueOn: today.add({ days: day }) })),
    articles: said.articles.length > 0 ? said.articles : (petition.articles ?? topic?.articles ?? []),
    groups: said.groups.length > 0 ? said.groups : petition.groups,
    districts: said.districts.length > 0 || !petition.district ? said.districts : [petition.district],
  }
}

/** Does what the story says became of a promise. */
export async function playPledge(world: World, { petition, no, did }: Played): Promise<void> {
  const { city, lang } = world
  const id = world.pledges.get(petition.key)![no]!
  const whole = await found(commitmentActs.wholeCommitment(city.reads, id))
  const lead = speakingFor(world, whole.commitment.lead)
  const say = (text: string) => ({ text, lang, links: [], files: [] })
  const shown = (text: string) => ({ ...say(text), links: [`https://example.org/${petition.key}`] })
  switch (did.deed) {
    case 'report':
      return commitmentActs.report(city, lead, id, say(did.said.report))
    case 'milestone':
      return commitmentActs.reach(city, lead, id, did.said.milestone, shown(did.said.text))
    case 'help':
      return commitmentActs.askHelp(city, lead, id, did.said.help, say(did.said.text))
    case 'helped': {
      const { asked, of } = whole.helps.at(-1)!
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
      return commitmentActs.changePlan(city, lead, id, replanned(world, whole, did), say(did.said.text))
    case 'done':
      return commitmentActs.declareDone(city, lead, id, shown(did.said.done))
    case 'stop':
      return commitmentActs.stop(city, lead, id, say(did.said.stop))
    case 'check': {
      const { check: finding, by, method, text } = did.said
      const [who, role] = checkers[by]
      const declared = whole.steps.findLast(({ kind }) => kind === 'done')!.no
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

type Whole = NonNullable<Awaited<ReturnType<typeof commitmentActs.wholeCommitment>>>

/** The plan with another day, counted from the day of the promise as the story counts. */
function replanned(
  { city }: World,
  { commitment }: Whole,
  { said }: Extract<PledgeDeed, { deed: 'change' }>,
) {
  const { text, lead, supporting, startsOn, cost, adoptedAt } = commitment
  const dueOn = dayAt(adoptedAt, city.facts.timeZone).add({ days: said.change.due })
  return { text, lead, supporting, startsOn, cost, dueOn, moved: [], added: [] }
}

const checkers = {
  residents: ['nari', 'attestor'],
  audit: ['audit', 'auditor'],
  committee: ['daeun', 'secretary'],
} as const
