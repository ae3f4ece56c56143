export const en = {
  title: 'Plans',
  lead: 'What the city set out to do for human rights, who answers for it, and how each plan came about and changed.',
  none: 'The city has not put a plan into its files yet.',
  key: 'Key',
  name: 'Plan',
  from: 'From',
  until: 'Until',
  state: 'State',
  states: {
    draft: 'being written',
    submitted: 'before the committee',
    approved: 'approved, not begun',
    running: 'running',
    reviewed: 'running, reviewed half way',
    ended: 'over, without a closing report',
    closed: 'closed with a report',
    standing: 'without an end',
  },
  tasks: 'Tasks',
  sentences: {
    'room.plans': 'Plans',
  },
}

export type Words = typeof en
