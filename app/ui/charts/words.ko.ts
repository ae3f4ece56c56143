import type { Words } from './words.en.ts'

export const ko: Words = {
  table: '표로 보기',
  empty: '아직 값이 없습니다.',
  period: '기간',
  noData: '자료 없음',
  provisional: '잠정',
  target: '목표',
  line: (name, first, before, last, now) => `${name}: ${first} ${before}, ${last} ${now}.`,
  point: (name, period, value) => `${name}: ${period} ${value}.`,
  noLine: (name) => `${name}: 값 없음.`,
  aim: (value, by) => `목표는 ${by} ${value}입니다.`,
  notFromZero: (from) => `세로축은 0이 아니라 ${from}에서 시작합니다.`,
  notToZero: (to) => `세로축은 0이 아니라 ${to}에서 끝납니다.`,
  hollow: '속이 빈 표시는 잠정값입니다.',
  gaps: '값이 없는 곳에서는 선이 끊깁니다.',
  broken: '정의 변경',
  breaks: (label) => `여기서 재는 내용이 바뀌어 앞뒤를 비교하지 않습니다: ${label}`,
}
