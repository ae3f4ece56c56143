import type { Sentences } from '#kit/room.ts'

/** What the house itself says: its navigation, its errors, and what is wrong with a form. */
export const en = {
  nav: {
    charter: 'Rights',
    bodies: 'Who is responsible',
    committees: 'Committees',
    glance: 'The city at a glance',
    record: 'Record',
    desk: 'My desk',
  },
  cli: {
    about: 'Runs a human rights city.',
    serve: 'Run the city. With DEMO=1, the model city of the files with invented people.',
    init: 'Make the files of a new city in a folder.',
    checkCity: 'Check the files of a city and say what to mend.',
    keys: 'Make the keys of the city. They are made once and must be kept safe.',
    appoint: 'Give the first account the task of managing accounts.',
    verify: 'Check the public record of any city, as an outsider.',
    folder: 'the folder of the city’s files',
    address: 'the address of a city',
    email: 'the e-mail address of the account',
    json: 'answer as JSON, for programs',
    lang: 'language of the answers: en or ko',
    key: 'the city’s verification key, if you have it from elsewhere',
    known: 'the file in which the last checkpoint is remembered',
    maxAge: 'after how many hours without a signature the record counts as stale',
    name: 'name of the new city',
    languages: 'its languages, its own first: ko,en',
    country: 'its country, by two letters: KR',
    timeZone: 'its time zone: Asia/Seoul',
    currency: 'its currency: KRW',
    folderInUse: 'The folder already holds something. Please name an empty or a new one.',
    steps: { entries: 'entries', things: 'things' },
    codes: 'Exit codes: 0 all is well · 1 something is wrong · 2 it could not be done.',
    begun: (folder: string) =>
      `The files are in ${folder}. What to do next stands in docs/new-city.md; to check them: npx madang check-city ${folder}`,
    running: (url: string) => `The city is open: ${url}`,
    loaded: (n: number) => `${n} differences between the files and the stored city were brought in.`,
    signInAs: (url: string) => `Whom to sign in as: ${url}`,
    mailIn: (folder: string) => `E-mail is not sent but laid into ${folder}`,
    keysMade: (vkey: string) => `The keys were made. Anyone can check the record with this one:\n${vkey}`,
    appointed: (email: string) => `${email} now manages accounts.`,
    cannot: {
      'city-files': (folder: string) =>
        `The files in ${folder} cannot be loaded. To see what to mend: npx madang check-city ${folder}`,
      'no-keys': () => 'This city has no keys yet. To make them: npx madang keys',
      'in-use': () =>
        'Another process is using this data folder. Stop it first, or set DATA_DIR to another folder.',
    },
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
    'actor.city-files': 'The city, through its files',
    'actor.resident': 'A resident',
    'actor.system': 'The house itself',
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
