import type { z } from 'zod'
import type { Lang } from '#kit/words.ts'
import type { definitionForm, newForm } from './desk.answers.ts'
import type { Definition, Indicator } from './indicator.ts'

type DefinitionSaid = Omit<z.output<typeof definitionForm>, 'from' | 'breaks'>

/** What nobody has read anywhere but here. */
const here = { verification: 'confirmed' as const, source: [], except: {} }

/** What a form says of a definition, in the language of whoever wrote it. */
export const definitionOf = (said: DefinitionSaid, lang: Lang): Omit<Definition, 'from' | 'breaks'> => ({
  ...here,
  text: { [lang]: said.text },
  ...(said.numerator !== undefined && { numerator: { [lang]: said.numerator } }),
  ...(said.denominator !== undefined && { denominator: { [lang]: said.denominator } }),
  ...(said.times !== undefined && { times: said.times }),
  missing: said.missing,
})

/** What a form says of a new indicator; what it does not say is not documented. */
export function docOf(said: z.output<typeof newForm>, lang: Lang): Indicator {
  const { key, title, chapter, articles, measures, good, unit, decimals, owner } = said
  return {
    ...here,
    key,
    title: { [lang]: title },
    articles,
    groups: [],
    frequency: said.frequency,
    dimensions: dimensionsOf(said, lang),
    definitions: [{ ...definitionOf(said, lang), from: said.from, breaks: false }],
    targets: [],
    ...(chapter !== undefined && { chapter }),
    ...(measures && { measures }),
    ...(good && { good }),
    ...(unit !== undefined && { unit: { [lang]: unit } }),
    ...(decimals !== undefined && { decimals }),
    ...(owner !== undefined && { owner }),
    ...(said.due !== undefined && { due: said.due }),
    ...(said.secondSource !== undefined && { secondSource: { [lang]: said.secondSource } }),
  }
}

/** One way of breaking it down: the groups as they were written, a line each. */
function dimensionsOf(
  { dimension, categories }: z.output<typeof newForm>,
  lang: Lang,
): Indicator['dimensions'] {
  const lines = [...new Set(categories.split('\n').map((each) => each.trim()))].filter(Boolean)
  if (dimension === undefined || lines.length === 0) return []
  return [
    {
      key: 'group',
      label: { [lang]: dimension },
      categories: lines.map((each, at) => ({ key: String(at + 1), label: { [lang]: each } })),
    },
  ]
}
