import type { Sentences } from '#kit/room.ts'

export const en = {
  title: 'Petitions',
  lead: 'Say what is wrong, or what the city should do. You need no papers, and no name where the city allows it. Every petition gets an answer by a day that you are told.',
  sentences: {
    'room.petitions': 'Petitions',
  } satisfies Sentences,
}

export type Words = typeof en
