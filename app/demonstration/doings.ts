import type { City } from '#kit/city.ts'
import { found } from '#kit/found.ts'
import { dayAt } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { petitionActs as acts } from '#petitions/index.ts'
import type { Actor } from '#record/index.ts'
import { keepPledges, promised } from './pledges.ts'
import type { Answered, PetitionDeed, PetitionStory } from './story.ts'
import { inRole, personOf, resident, speakingFor, type World } from './world.ts'

/** A petition at the moment at which something is done with it, and who may do it. */
export type On = {
  world: World
  city: City
  lang: Lang
  id: number
  petition: PetitionStory
  row: NonNullable<Awaited<ReturnType<typeof acts.petitionById>>>
  author: Actor
  /** Whoever speaks for the body whose turn it is. */
  office: { as: string; person: number }
}

type Said<D extends PetitionDeed['deed']> = Extract<PetitionDeed, { deed: D }>['said']
type Doings = { [D in PetitionDeed['deed']]: (on: On, said: Said<D>) => Promise<unknown> }

const residents = {
  async sign({ world, city, id }, { sign }) {
    for (const each of sign) await acts.sign(city, resident(personOf(world, each)), id, personOf(world, each))
  },
  opinion({ world, city, lang, id }, { opinion: stance, who, text }) {
    const person = personOf(world, who)
    return acts.speak(city, resident(person), id, person, { stance, text, lang })
  },
  satisfied: ({ city, lang, id, author }, { satisfied: verdict, text }) =>
    acts.rate(city, author, id, { verdict, text, lang }),
  object: ({ city, lang, id, author }, { object: text }) => acts.object(city, author, id, { text, lang }),
  async appeal(on, { appeal: text }) {
    const { city, lang, id, author } = on
    return acts.appeal(city, author, id, (await last(on, 'moderations')).id, { text, lang })
  },
  remark: ({ city, lang, id, author }, { remark: text }) =>
    acts.remark(city, author, id, { kind: 'information', text, lang }),
  withdraw: ({ city, id, author }) => acts.withdraw(city, author, id),
} satisfies Partial<Doings>

const routing = {
  sheets({ world, city, id }, { sheets: count, at: keptAt }) {
    return acts.addSheet(city, inRole(world, 'taeyang', 'clerk'), id, { count, keptAt })
  },
  pass({ city, lang, id, office, row }, { pass: body, text: reason }) {
    const { procedure } = row
    return acts.transfer(city, office, id, { body, procedure, reason, lang })
  },
  merge: ({ world, city, lang, id, office }, { merge, text: reason }) =>
    acts.merge(city, office, id, { into: world.petitions.get(merge)!, reason, lang }),
  grant: (on, { grant: reason }) => decideLane(on, true, reason),
  refuse: (on, { refuse: reason }) => decideLane(on, false, reason),
  hide: (on, { hide: ground, text: statement }) => hide(on, { ground, statement }),
  async hideOpinion(on, { hideOpinion, ground, text: statement }) {
    const said = on.petition.after.find(({ deed, said }) => deed === 'opinion' && said.who === hideOpinion)
    const all = await acts.hidableOpinions(on.city.reads, on.id)
    const opinion = all.find(({ text }) => said?.deed === 'opinion' && text === said.said.text)?.id
    return hide(on, { opinion: await found(opinion), ground, statement })
  },
} satisfies Partial<Doings>

function decideLane({ world, city, lang, id, row }: On, granted: boolean, reason: string) {
  const { intake } = acts.procedureOf(city.facts, row.procedure)
  return acts.decideLane(city, speakingFor(world, intake), id, { granted, reason, lang })
}

function hide({ world, city, lang, id }: On, why: Omit<Parameters<typeof acts.hide>[3], 'lang'>) {
  const moderator = speakingFor(world, acts.proceduresOf(city.facts).moderator)
  return acts.hide(city, moderator, id, { ...why, lang })
}

const clock = {
  pause: (on, { pause: ground, until, text: reason }) =>
    acts.pause(on.city, on.office, on.id, { ground, to: dayOf(on, until), reason, lang: on.lang }),
  extend: ({ city, lang, id, office }, { extend: reason }) => acts.extend(city, office, id, { reason, lang }),
  hearing(on, { hearing, place, access }) {
    const { timeZone } = on.city.facts
    const startsAt = dayOf(on, hearing).toZonedDateTime({ timeZone, plainTime: '19:00' }).toInstant()
    return acts.announce(on.city, on.office, on.id, { startsAt, place, access, lang: on.lang })
  },
  async hearingReport(on, { hearingReport: text }) {
    const { city, lang, id, office } = on
    return acts.report(city, office, id, (await last(on, 'hearings')).id, { text, lang })
  },
  mediate: ({ city, lang, id, office }, { mediate: proposal }) =>
    acts.openMediation(city, office, id, { proposal, lang }),
  mediated: ({ city, lang, id, office }, { mediated: agreed, text: result }) =>
    acts.closeMediation(city, office, id, { agreed, result, lang }),
} satisfies Partial<Doings>

/** A day of the story, counted from the day on which the petition was filed. */
const dayOf = ({ city, row }: On, days: number) => dayAt(row.filedAt, city.facts.timeZone).add({ days })

const answering = {
  answer: (on, { answer: outcome, ...said }) => answer(on, { outcome, ...said }),
  async revisit(on, { revisit: outcome, ...said }) {
    const { city, lang, id, office } = on
    await acts.lookAgain(city, office, id, { stays: false, text: said.text, lang })
    return answer(on, { outcome, ...said })
  },
  async upheld(on, { upheld, text: decision }) {
    const { world, city, lang, id } = on
    const { id: objection, to } = await last(on, 'objections')
    return acts.decideObjection(city, speakingFor(world, to), id, objection, { upheld, decision, lang })
  },
  async restored(on, { restored, text: decision }) {
    const { world, city, lang, id } = on
    const { id: hiding, appealTo } = await last(on, 'moderations')
    const hearer = speakingFor(world, appealTo!)
    return acts.decideAppeal(city, hearer, id, hiding, { restored, decision, lang })
  },
} satisfies Partial<Doings>

type Given = Omit<Answered, 'answer'> & { outcome: Answered['answer'] }

async function answer(on: On, said: Given): Promise<void> {
  const { world, city, lang, id, petition, office } = on
  const { pledges = [], review, to, reach, ...words } = said
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const made = pledges.map((each) => promised(world, petition, office.as, each))
  await acts.answer(city, office, id, {
    ...words,
    lang,
    reviewOn: review === undefined ? undefined : today.add({ days: review }),
    referredTo: to,
    referredReach: reach,
    pledges: made,
  })
  keepPledges(world, petition.key, made, (await last(on, 'answers')).commitments)
}

type Whole = NonNullable<Awaited<ReturnType<typeof acts.wholePetition>>>

/** The newest of something that there is with the petition. */
async function last<P extends 'answers' | 'hearings' | 'moderations' | 'objections'>(
  { city, id }: On,
  part: P,
): Promise<Whole[P][number]> {
  const all: readonly Whole[P][number][] = (await found(acts.wholePetition(city.reads, id)))[part]
  return all.at(-1)!
}

/** How each deed of a story is done: through the same doors as everybody's. */
export const doings: Doings = { ...residents, ...routing, ...clock, ...answering }
