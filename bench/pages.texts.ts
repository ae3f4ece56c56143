import { josa } from 'es-hangul'
import { koreanTokens } from '#kit/korean.ts'
import type { Subjects, Topic } from '#kit/subjects.ts'

/** A passage of which petitions are put together, with what the search keeps of it. */
export type Passage = { lang: 'ko' | 'en'; topic: string; title: string; text: string; tokens: string[] }

type Speech = {
  places: readonly string[]
  title(place: string, word: string, other: string): string
  sentences: readonly ((place: string, word: string, other: string) => string)[]
}

const speech: Record<'ko' | 'en', Speech> = {
  ko: {
    places: '우리 동네|학교 앞|시장 입구|구청 옆|버스터미널 근처|강변길|역 앞|아파트 단지|골목|공원'.split(
      '|',
    ),
    title: (place, word, other) => `${place} ${word} ${other} 개선 요청`,
    sentences: [
      (place, word) => `${place}의 ${word} 때문에 많은 시민이 불편을 겪고 있습니다.`,
      (_, word, other) => `${josa(word, '와/과')} 관련해 ${other}도 함께 살펴봐 주시기 바랍니다.`,
      (place, _, other) => `지난해에도 ${place}에서 ${other} 문제로 민원을 냈지만 달라진 것이 없습니다.`,
      (_, word) => `${josa(word, '은/는')} 누구에게나 보장되어야 할 권리라고 생각합니다.`,
      (place, word) => `어르신과 아이들이 ${place}를 지날 때마다 ${josa(word, '이/가')} 꼭 필요합니다.`,
      (_, __, other) => `다른 도시에서는 이미 ${other}에 예산을 쓰고 있습니다.`,
    ],
  },
  en: {
    places:
      'our street|the school gate|the market|the district office|the bus terminal|the riverside|the park'.split(
        '|',
      ),
    title: (place, word, other) => `Improve ${word} and ${other} at ${place}`,
    sentences: [
      (place, word) => `Many people have trouble with the ${word} at ${place}.`,
      (_, word, other) => `Please look at the ${other} too when you deal with the ${word}.`,
      (place, _, other) => `We wrote about the ${other} at ${place} last year and nothing has changed.`,
      (_, word) => `Everybody has a right to ${word}, whatever papers they hold.`,
      (place, word) => `Older people and children who pass ${place} need ${word} most.`,
      (_, __, other) => `Other cities already spend money on ${other}.`,
    ],
  },
}

/** Passages on what the city's files say people speak of; a few words are very common and most are rare, as in life. */
export function passages({ topics }: Subjects, count: number): Passage[] {
  const random = seeded(11)
  const zipf = <T>(all: readonly T[]): T => all[Math.floor(all.length ** random()) - 1] ?? all[0]!
  const sentence = (lang: 'ko' | 'en', topic: Topic): [string, string, string] => {
    const words = topic.words[lang] ?? []
    return [zipf(speech[lang].places), zipf(words), zipf(words)]
  }
  return Array.from({ length: count }, (_, i) => {
    const lang = i % 5 === 0 ? 'en' : 'ko'
    const topic = zipf(topics)
    const { title, sentences } = speech[lang]
    const said = {
      title: title(...sentence(lang, topic)),
      text: Array.from({ length: 4 }, () => zipf(sentences)(...sentence(lang, topic))).join(' '),
    }
    return { lang, topic: topic.key, ...said, tokens: koreanTokens(`${said.title}\n${said.text}`) }
  })
}

/** The same chance every time, so that every run measures the same city. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
