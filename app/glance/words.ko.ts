import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '한눈에 보는 도시',
  lead: '도시가 어디에 있고, 누가 무엇을 맡고 있으며, 어떤 길을 걸어왔는지 봅니다.',
  map: '자치구 지도',
  districts: '자치구',
  mapText: '자치구를 고르면 담당 기관을 볼 수 있습니다.',
  counts: { articles: '헌장 조항', bodies: '기관', committees: '위원회', entries: '공개 기록' },
  road: '걸어온 길',
  kinds: {
    law: '법',
    charter: '헌장',
    body: '기관',
    plan: '계획',
    mechanism: '제도',
    forum: '포럼',
    event: '사건',
  },
  district: '자치구',
  milestone: '있었던 일',
  when: '때',
  kind: '분야',
}
