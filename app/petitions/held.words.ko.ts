import type { en } from './held.words.en.ts'

export const ko: typeof en = {
  'held.filed': '내가 낸 청원',
  'held.told': '청원에 덧붙인 말',
  'held.signed': '서명한 청원',
  'held.said': '청원에 낸 의견',
  'held.petition': '청원',
  'held.filedAt': '낸 때',
  'held.way': '방법',
  'held.shownAs': '보여 준 이름',
  'held.stance': '찬반',
}
