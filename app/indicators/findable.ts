import { inEachLanguage } from '#kit/findable.ts'
import type { Findable } from '#kit/room.ts'
import { aboutIndicator, type Indicator } from './indicator.ts'

/** One document a language: its name, what it counts and of whom, and what it is no measure of. */
export const findableIndicator = (doc: Indicator): Findable[] =>
  inEachLanguage(aboutIndicator(doc.key), doc.title, [
    ...doc.definitions.flatMap((each) => [each.text, each.numerator, each.denominator]),
    ...doc.dimensions.flatMap(({ label, categories }) => [label, ...categories.map((each) => each.label)]),
    doc.secondSource,
    doc.note,
  ])
