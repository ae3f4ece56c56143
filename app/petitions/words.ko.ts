import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '청원',
  lead: '무엇이 잘못됐는지, 시가 무엇을 해야 하는지 말해 주세요. 신분증은 필요 없고, 시가 정한 경우에는 이름도 필요 없습니다. 모든 청원은 안내해 드린 날까지 답을 받습니다.',
  sentences: {
    'room.petitions': '청원',
  },
}
