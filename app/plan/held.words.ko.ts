import type { en } from './held.words.en.ts'

export const ko: typeof en = {
  'held.remarks': '계획에 낸 의견',
  'held.agreements': '기관을 대신해 동의하거나 거절한 사업',
  'held.quarters': '기관을 대신해 쓴 보고',
  'held.plan': '계획',
  'held.who': '보여 준 이름',
  'held.action': '사업',
  'held.agrees': '동의',
  'held.quarter': '분기',
  'held.reached': '이룬 것',
  'held.obstacle': '어려움',
}
