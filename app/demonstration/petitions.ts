import { createHash } from 'node:crypto'
import { found } from '#kit/found.ts'
import { demoPeople } from '#people/index.ts'
import { petitionActs as acts } from '#petitions/index.ts'
import { doings, type On } from './doings.ts'
import { marked } from './mark.ts'
import type { PetitionDeed, PetitionStory } from './story.ts'
import { authorOf, speakingFor, type World } from './world.ts'

/** Files a petition of the story, with every answer that its form asks for. */
export async function playFiling(world: World, petition: PetitionStory): Promise<void> {
  const { city, means } = world
  const { facts } = city
  const author = await authorOf(world, petition)
  const { who } = petition
  const name = typeof who === 'string' ? nameOf(world, who) : 'name' in who ? who.name : who.for
  const wrote = (typeof who === 'object' && 'lang' in who && who.lang) || world.lang
  const topic = facts.subjects.topics.find(({ key }) => key === petition.topic)
  const typed = acts.writing.parse({
    form: createHash('sha256').update(petition.key).digest('base64url').slice(0, 22),
    checked: 'yes',
    title: marked(petition.title, wrote),
    text: petition.text,
    lang: facts.languages.includes(wrote) ? wrote : 'und',
    district: petition.district,
    topic: petition.topic,
    articles: petition.articles ?? topic?.articles,
    groups: petition.groups,
    shownAs: name,
    ...(petition.lane && { lane: 'yes', laneReason: petition.lane }),
    ...(author.way === 'no-account' && { name, age: 'yes', agree: 'yes' }),
  })
  const procedure = acts.procedureOf(facts, petition.procedure ?? acts.proceduresOf(facts).petitions[0]!.key)
  const { id } = await acts.file(city, means, procedure, typed, author)
  world.petitions.set(petition.key, id)
  world.authors.set(petition.key, author)
}

const nameOf = ({ lang }: World, who: string): string | undefined =>
  demoPeople.find(({ key }) => key === who)?.name[lang]

/** Does what the story says was done with a petition. */
export async function playPetition(world: World, petition: PetitionStory, did: PetitionDeed): Promise<void> {
  const id = world.petitions.get(petition.key)!
  const row = await found(acts.petitionById(world.city.reads, id))
  const author = world.authors.get(petition.key)!.by
  const office = speakingFor(world, row.body)
  const on = { world, city: world.city, lang: world.lang, id, petition, row, author, office }
  const doing = doings[did.deed] as (on: On, said: PetitionDeed['said']) => Promise<unknown>
  await doing(on, did.said)
}
