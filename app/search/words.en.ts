import type { Sentences } from '#kit/room.ts'

export const en = {
  title: 'Search',
  lead: 'Everything public in this city. Korean words may be given by their initial consonants.',
  label: 'What are you looking for?',
  go: 'Search',
  found: (n: number, query: string) => (n === 1 ? `1 thing for “${query}”` : `${n} things for “${query}”`),
  foundMore: (n: number, query: string) =>
    `More than ${n} things for “${query}”. Shown are what the city itself wrote and the newest.`,
  nothing: (query: string) => `Nothing was found for “${query}”.`,
  hints: [
    'Try a shorter word, or only its beginning.',
    'Try another word for the same thing.',
    'Look for it in another language of the city.',
  ],
  rooms: 'Kinds of things',
  all: 'Everything',
  sentences: {
    'room.charter': 'Charter',
    'room.law': 'Laws',
    'room.norms': 'Rules in numbers',
  } satisfies Sentences as Sentences,
}

export type Words = typeof en
