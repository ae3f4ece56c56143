import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '찾기',
  lead: '이 도시에 공개된 모든 것에서 찾습니다. 초성만 넣어도 됩니다(보기: ㅇㄱㅎㅈ).',
  label: '무엇을 찾으시나요?',
  go: '찾기',
  found: (n, query) => `‘${query}’ 검색 결과 ${n}건`,
  foundMore: (n, query) =>
    `‘${query}’ 검색 결과가 ${n}건이 넘습니다. 도시의 기본 자료와 가장 최근 것을 보여 드립니다.`,
  nothing: (query) => `‘${query}’에 맞는 것이 없습니다.`,
  hints: [
    '더 짧은 낱말이나 앞부분만 넣어 보세요.',
    '뜻이 같은 다른 낱말을 넣어 보세요.',
    '다른 언어로도 찾아보세요.',
  ],
  rooms: '갈래',
  all: '전체',
  sentences: {
    'room.charter': '헌장',
    'room.law': '법령',
    'room.norms': '숫자로 정한 규칙',
  },
}
