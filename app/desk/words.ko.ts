import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '내 업무',
  lead: '지금 하실 일, 늦어진 일, 다른 사람의 답을 기다리는 일입니다.',
  late: '늦어진 일',
  mine: '하실 일',
  others: '기다리는 일',
  nothing: '지금 하실 일이 없습니다. 고맙습니다.',
  nothingOthers: '기다리는 일이 없습니다.',
  count: (heading, count) => (count > 0 ? `${heading} (${count})` : heading),
  lateBy: (days) => (days > 0 ? `${days}일 늦음` : '오늘부터 늦음'),
  due: (day) => `기한 ${day}`,
  noDue: '기한 없음',
  tools: '업무 도구',
}
