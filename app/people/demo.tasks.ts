import type { CityFiles } from '#city/index.ts'
import { type Day, holdsOn } from '#kit/time.ts'
import type { RoleName } from './person.ts'
import { wholeCity } from './roles.actions.ts'

/** What of a city's files tells where somebody invented may work. */
export type Files = Pick<CityFiles, 'bodies' | 'subjects' | 'procedures'>

/** The bodies in which somebody works, found in any city's files. */
type Where = (files: Files, today: Day) => readonly string[]

/** A role, and where it is held. */
export type Task = [role: RoleName, where: Where]

type Body = Files['bodies'][number]

/** One body of the first kind that the city has, best with a word in its key; else the whole city. */
export const atFirst =
  (kinds: readonly Body['kind'][], preferring: string): Where =>
  (files, today) => {
    const fit = kinds.flatMap((kind) => standing(files, today).filter((each) => each.kind === kind))
    return [(fit.find(({ key }) => key.includes(preferring)) ?? fit[0])?.key ?? wholeCity]
  }

/** Takes in what names no body, and hides what must be hidden. */
export const atIntake: Where = ({ procedures }) =>
  procedures ? [...procedures.petitions.map(({ intake }) => intake), procedures.moderator] : []

/** The committee on rights, and every committee that takes up petitions. */
export const atCommittees: Where = (files, today) => [
  ...atFirst(['committee'], 'rights')(files, today),
  ...(files.procedures?.petitions ?? []).flatMap(({ committee }) => committee ?? []),
]

/** Hears those who were told no, and those whose words were hidden. */
export const atRemedies: Where = ({ procedures }) =>
  procedures ? [...procedures.objection.bodies, ...procedures.appeal.bodies] : []

/** Decides where bodies cannot settle something between them. */
export const above: Where = ({ procedures }) => (procedures?.coordination ? [procedures.coordination.to] : [])

/** Every second body that does the work of the city; the one on transport has its own. */
export const atWork =
  (share: 0 | 1): Where =>
  (files, today) => {
    const others = [
      ...atFirst(['department', 'office'], 'transport')(files, today),
      ...atIntake(files, today),
    ]
    const working = standing(files, today).filter(({ kind }) => workingKinds.includes(kind))
    const bodies = new Set([
      ...(files.subjects?.topics ?? []).map(({ body }) => body),
      ...working.map(({ key }) => key),
    ])
    return [...bodies].filter((key) => !others.includes(key)).filter((_, at) => at % 2 === share)
  }

const workingKinds: readonly Body['kind'][] = ['department', 'district-office', 'education-office']

/** Every body that has a word in its key. */
export const named =
  (word: string): Where =>
  (files, today) =>
    standing(files, today).flatMap(({ key }) => (key.includes(word) ? [key] : []))

const standing = ({ bodies }: Files, today: Day): Body[] =>
  bodies.filter(({ versions }) =>
    versions.some(({ from, until }) =>
      holdsOn(today, Temporal.PlainDate.from(from), until ? Temporal.PlainDate.from(until) : null),
    ),
  )
