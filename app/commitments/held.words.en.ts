/** What this room calls what it keeps about somebody, where they look at everything held about them. */
export const en = {
  'held.commitment': 'Promise',
  'kind.report': 'Reported how it goes',
  'kind.milestone': 'Reported a milestone',
  'kind.help': 'Asked for help',
  'kind.help-answer': 'Answered a call for help',
  'kind.change': 'Changed the plan',
  'kind.done': 'Said that it was done',
  'kind.stop': 'Gave it up',
  'kind.check': 'Checked it',
}
