import type { linkSentences as en, links as enLinks } from './words.links.en.ts'

export const links: typeof enLinks = {
  serves: '이어진 것',
  told: { en: 'What was promised', ko: '약속한 일' },
}

export const linkSentences: typeof en = {
  'commitments.linked': ({ to }): string =>
    to === 'indicators'
      ? '이 약속이 어느 지표를 위한 것인지 이었습니다.'
      : to === 'plans'
        ? '이 약속이 계획의 어느 과제를 위한 것인지 이었습니다.'
        : '이것을 위한 약속이 이어졌습니다.',
  'commitments.unlinked': ({ to }): string =>
    to === 'commitments' ? '이어져 있던 약속을 떼었습니다.' : '이어져 있던 것을 떼었습니다.',
  'commitments.linked-already': '이미 이어져 있습니다.',
  'commitments.not-linked': '이어져 있지 않습니다.',
  'commitments.links-too-many': ({ most }) =>
    `약속 하나는 ${most}개까지 이을 수 있습니다. 먼저 하나를 떼어 주세요.`,
}
