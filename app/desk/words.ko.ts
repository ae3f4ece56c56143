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
  letters: {
    title: '기한 알림 이메일',
    on: '월요일 아침마다 늦어진 일과 그 주에 기한이 오는 일을 이메일로 알려 드립니다.',
    off: '늦어진 일과 기한이 오는 일을 이메일로 알리지 않습니다.',
    stop: '알림 그만 받기',
    start: '월요일마다 알림 받기',
    subject: (late, soon) =>
      [
        '내 업무',
        ...(late > 0 ? [`늦어진 일 ${late}건`] : []),
        ...(soon > 0 ? [`이번 주 기한 ${soon}건`] : []),
      ].join(', '),
    late: (what, days) => `${what} (${days}일 늦음)`,
    soon: (what, day) => `${what} (기한 ${day})`,
    more: (count) => `그 밖에 ${count}건이 업무 화면에 있습니다`,
    why: '시의 업무를 맡고 계셔서 보내 드립니다. 업무 화면에서 그만 받을 수 있습니다.',
  },
  sentences: { 'room.desk': '내 업무' },
}
