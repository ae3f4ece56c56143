import type { Facts } from '#kit/refusal.ts'

const days = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'day' : 'days'}`

export const en = {
  title: 'Commitments',
  kind: 'Kind',
  kinds: { new: 'New promise', 'under-way': 'Already being done' },
  lead: 'Lead',
  supporting: 'Supporting',
  startsOn: 'Starts',
  dueOn: 'Due',
  cost: 'Money',
  free: 'It costs no extra money',
  milestones: 'Milestones',
  articles: 'Articles of the charter',
  groups: 'Groups of people',
  districts: 'Districts',
  standings: {
    kept: 'Kept',
    unverified: 'Done, not checked yet',
    'under-way': 'Under way',
    late: 'Late',
    broken: 'Broken',
  },
  implementations: {
    'not-begun': 'Not begun',
    'under-way': 'Under way',
    late: 'Late',
    done: 'Done, says the lead',
    stopped: 'Given up',
  },
  verifications: {
    none: 'Not checked',
    waiting: 'Waiting for a check',
    confirmed: 'Confirmed by a check',
    'in-part': 'Confirmed in part',
    contradicted: 'Contradicted by a check',
  },
  silent: 'Silent',
  due: (day: string) => `due ${day}`,
  first: (day: string) => `first promised for ${day}`,
  pledge: {
    first: 'What the city promises',
    hint: 'Each promise can be followed by everybody until somebody else has checked that it was kept. Leave the block blank if nothing is promised.',
    another: (no: number) => `Another promise (${no})`,
    kind: 'New or already being done?',
    kindHints: {
      new: 'Something that would not happen without this answer.',
      'under-way': 'It was decided before. It is always shown apart and never counted among new promises.',
    },
    title: 'What is promised, in one line',
    titleHint: 'So that anybody can tell later whether it was done.',
    text: 'What exactly will be done, where and for whom',
    textHint: 'Write no names and no personal data.',
    dueHint: 'It stays visible for ever, also if the date has to be moved.',
    costHint: (example: string) => `Like ${example}. Leave it blank if it costs no extra money.`,
    more: 'Milestones, articles, groups, districts, supporting bodies',
    milestonesHint: 'Steps on the way by which one sees whether it gets there.',
    milestone: (no: number) => `Milestone ${no}`,
  },
  sentences: {
    'room.commitments': 'Commitments',
    'commitments.adopted': ({ kind, dueOn }: Facts) =>
      kind === 'new'
        ? `The city promised this, to be done by ${dueOn}.`
        : `The city is doing this already, until ${dueOn}.`,
    'commitments.cost-or-none': 'Please write how much it costs, or tick that it costs no extra money.',
    'commitments.cost-and-none': 'It cannot cost something and nothing. Please choose one.',
    'commitments.due-before-start': 'The last day lies before the first one.',
    'commitments.due-in-the-past': 'This day has passed already. Please name one that is still to come.',
    'commitments.lead-supports':
      'The lead cannot support itself. Please take it out of the supporting bodies.',
    'commitments.milestone-after-due': 'This milestone lies after the last day of the whole.',
  },
  days,
}

export type Words = typeof en
