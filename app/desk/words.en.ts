export const en = {
  title: 'My desk',
  lead: 'What waits for you, what is late, and what you are waiting for from others.',
  late: 'Late',
  mine: 'Waiting for you',
  others: 'Waiting for others',
  nothing: 'Nothing waits for you. Thank you.',
  nothingOthers: 'You are not waiting for anybody.',
  count: (heading: string, count: number) => (count > 0 ? `${heading} (${count})` : heading),
  lateBy: (days: number) => (days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} late` : 'late since today'),
  due: (day: string) => `due ${day}`,
  noDue: 'no date set',
  tools: 'Your tools',
}

export type Words = typeof en
