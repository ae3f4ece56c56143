import { indicatorActs as acts } from '#indicators/index.ts'
import { markedIn } from './plans.ts'
import type { IndicatorStory, PrioritiesStory } from './story.tower.ts'
import { personOf, type World } from './world.ts'

/** Whoever takes the four steps of a figure, each somebody else. */
const hands = ['gaon', 'doyun', 'haneul', 'jiwoo'] as const

function hand(world: World, step: 0 | 1 | 2 | 3, as: string) {
  return { as, person: personOf(world, hands[step]) }
}

function officeOf({ city }: World): string {
  const measuring = city.facts.procedures?.measuring
  if (!measuring) throw new Error('The city’s files say of nobody that they keep the indicators.')
  return measuring.office
}

/** Makes an indicator of which everybody can see that it was invented. */
export function playDefined(world: World, story: IndicatorStory) {
  const { key, title, chapter, articles, groups, measures, good, unit, decimals, owner, dimensions } = story
  return acts.define(world.city, hand(world, 3, officeOf(world)), {
    key,
    title: markedIn(title),
    chapter,
    articles,
    groups,
    measures,
    good,
    unit,
    decimals,
    owner,
    frequency: 'year',
    dimensions,
    definitions: [],
    targets: [],
    verification: 'working',
    source: [],
    except: {},
  })
}

/** Takes the figures of a year through the four hands, on one day. */
export async function playFigures(
  world: World,
  { key, owner }: IndicatorStory,
  { year, provisional, note = '', cells }: IndicatorStory['values'][number],
): Promise<void> {
  const { city, lang, today } = world
  const office = officeOf(world)
  const release = await acts.enter(city, hand(world, 0, owner), key, {
    by: 'owner',
    period: String(today.year + year),
    cells: cells.map((cell) => ({
      numerator: null,
      denominator: null,
      ...cell,
      district: cell.district ?? null,
      people: cell.people ?? null,
    })),
    provisional,
    note,
    lang,
  })
  await acts.check(city, hand(world, 1, office), release)
  await acts.approve(city, hand(world, 2, owner), release)
  await acts.publish(city, hand(world, 3, office), release)
}

export function playTarget(
  world: World,
  { key, owner }: IndicatorStory,
  target: NonNullable<IndicatorStory['target']>,
) {
  const { from, by, start, value, reason } = target
  const period = (year: number) => String(world.today.year + year)
  const said = { from: period(from), by: period(by), start, value, reason, lang: world.lang }
  return acts.setTarget(world.city, hand(world, 2, owner), key, said)
}

export function playNote(
  world: World,
  { key }: IndicatorStory,
  { year, text }: NonNullable<IndicatorStory['note']>,
) {
  const committee = world.city.facts.procedures?.measuring?.committee ?? officeOf(world)
  const said = { period: String(world.today.year + year), text, lang: world.lang }
  return acts.note(world.city, { as: committee, person: personOf(world, 'daeun') }, key, said)
}

export const playPriorities = (world: World, { year, chosen }: PrioritiesStory) =>
  acts.choosePriorities(
    world.city,
    hand(world, 3, officeOf(world)),
    world.today.year + year,
    chosen,
    world.lang,
  )
