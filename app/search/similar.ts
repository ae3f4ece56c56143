import { koreanTokens } from '#kit/korean.ts'

/** One word of a text as it is looked for: in Korean by its first two syllables, which no particle touches. */
export type Feature = { korean: string } | { word: string }

const most = 8

/**
 * The few words by which a text is likely to be met again: those of its title first, then those that come again, then
 * the longer ones.
 */
export function featuresOf(title: string, text: string): Feature[] {
  const told = new Map<string, { feature: Feature; weight: number }>()
  for (const [said, weight] of [
    [title, 20],
    [text, 1],
  ] as const)
    for (const word of said
      .normalize('NFKC')
      .toLowerCase()
      .match(/[가-힣]+|[\p{L}\p{N}]+/gu) ?? []) {
      const feature = featureOf(word)
      if (!feature) continue
      const key = JSON.stringify(feature)
      const known = told.get(key)
      told.set(key, { feature, weight: (known?.weight ?? Math.min(word.length, 9) / 10) + weight })
    }
  return [...told.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ feature }) => feature)
}

/** Nothing of words that say too little: one syllable, three letters, the endings with which every request closes. */
function featureOf(word: string): Feature | undefined {
  if (!/[가-힣]/.test(word)) return [...word].length > 3 ? { word } : undefined
  const [first] = koreanTokens(word)
  return first && first.length === 2 && !empty.has(first) ? { korean: first } : undefined
}

const empty = new Set([
  '있습',
  '없습',
  '합니',
  '입니',
  '해주',
  '주세',
  '바랍',
  '우리',
  '그리',
  '그래',
  '하지',
  '때문',
])
