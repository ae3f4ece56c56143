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
  letters: {
    title: 'Letters beforehand',
    on: 'On Monday mornings we write to you what is late and what falls due that week.',
    off: 'We do not write to you what is late or falls due.',
    stop: 'No such letters',
    start: 'Write to me on Mondays',
    subject: (late: number, soon: number) =>
      [
        'Your desk',
        ...(late > 0 ? [`${late} late`] : []),
        ...(soon > 0 ? [`${soon} due this week`] : []),
      ].join(', '),
    late: (what: string, days: number) => `${what} (${days} ${days === 1 ? 'day' : 'days'} late)`,
    soon: (what: string, day: string) => `${what} (due ${day})`,
    more: (count: number) => `${count} more on your desk`,
    why: 'You get this because you work for the city. You can stop these letters at your desk:',
  },
  sentences: { 'room.desk': 'Your desk' },
}

export type Words = typeof en
