export const en = {
  title: 'My desk',
  lead: 'What waits for you, what is late, and what you are waiting for from others.',
  late: 'Late',
  mine: 'Waiting for you',
  others: 'Waiting for others',
  nothing: 'Nothing waits for you. Thank you.',
  nothingOthers: 'You are not waiting for anybody.',
  due: (day: string) => `due ${day}`,
  noDue: 'no date set',
  tools: 'Your tools',
}

export type Words = typeof en
