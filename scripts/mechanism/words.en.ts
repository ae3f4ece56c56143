export const en = {
  gardens: 'Gardens',
  lead: 'Everything that was begun here, newest first.',
  none: 'Nothing has been begun yet.',
  begin: 'Begin a new one',
  send: 'Begin',
  close: 'Close',
  title: 'Title',
  state: 'State',
  states: { open: 'Open', closed: 'Closed' },
  history: 'What happened',
  sentences: {
    'room.gardens': 'Gardens',
    'gardens.begun': 'Begun.',
    'gardens.closed': 'Closed.',
    'gardens.already-closed': 'This is closed already.',
  },
}

export type Words = typeof en
