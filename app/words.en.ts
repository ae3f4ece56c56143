import type { Sentences } from '#kit/room.ts'

/** What the house itself says: its navigation, its errors, and what is wrong with a form. */
export const en = {
  nav: {
    charter: 'Rights',
    bodies: 'Who is responsible',
    committees: 'Committees',
    glance: 'The city at a glance',
    record: 'Record',
  },
  missing: {
    title: 'This page is not here',
    lead: 'The address may be mistyped, or the page may never have existed. Nothing in this city’s record is ever removed.',
    search: 'Search everything public',
    home: 'Go to the front page',
  },
  forbidden: {
    title: 'This page is for others',
    lead: 'Your account does not have the task that this page belongs to.',
    what: 'If you think it should, please ask the person who manages accounts in your department.',
  },
  refused: {
    title: 'That could not be done',
    what: 'Nothing was changed. Please go back and try again.',
  },
  broken: {
    title: 'Something went wrong on our side',
    lead: 'What you did was not saved. Please try again in a few minutes.',
    number: (number: string) => `If it happens again, please tell us this number: ${number}`,
  },
  sentences: {
    'site.not-allowed': 'You may not do this.',
    'form.unreadable': 'What was sent could not be read. Please fill in the form again.',
    'form.expired':
      'This form was open for a long time. Everything you typed is still here: please send it again.',
    'form.missing': 'Please fill this in.',
    'form.too-short': ({ least }) => `Please write at least ${least} characters.`,
    'form.too-long': ({ most }) => `Please write at most ${most} characters.`,
    'form.too-small': ({ least }) => `Please give a number of ${least} or more.`,
    'form.too-big': ({ most }) => `Please give a number of ${most} or less.`,
    'form.not-a-number': 'Please give a number.',
    'form.not-a-date': 'Please give a date, like 2026-11-21.',
    'form.not-a-text': 'Please write this as text.',
    'form.not-an-email': 'Please give an e-mail address, like yuna@example.org.',
    'form.not-in-form': 'This is not written the way it is needed. Please look at the example.',
    'form.not-a-choice': 'Please choose one of the answers.',
  } satisfies Sentences,
}

export type Words = typeof en
