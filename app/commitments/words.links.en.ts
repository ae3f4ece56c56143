import type { Facts } from '#kit/refusal.ts'
import type { Localized } from '#kit/words.ts'

/** What is said of what else a promise serves, and on the page of what it serves. */
export const links = {
  serves: 'Serves',
  told: { en: 'What was promised', ko: '약속한 일' } satisfies Localized,
}

export const linkSentences = {
  'commitments.linked': ({ to }: Facts): string =>
    to === 'indicators'
      ? 'It was said which indicator this promise serves.'
      : to === 'plans'
        ? 'It was said which task of a plan this promise serves.'
        : 'A promise was said to serve this.',
  'commitments.unlinked': ({ to }: Facts): string =>
    to === 'commitments'
      ? 'A promise is no longer said to serve this.'
      : 'It is no longer said to serve what it was said to serve.',
  'commitments.linked-already': 'This has been said of the promise already.',
  'commitments.not-linked': 'This is not said of the promise any more.',
  'commitments.links-too-many': ({ most }: Facts) =>
    `A promise can be said to serve at most ${most} things. Please take one back first.`,
}
