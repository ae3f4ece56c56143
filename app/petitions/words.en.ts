import { number } from '#kit/numbers.ts'
import type { Sentences } from '#kit/room.ts'
import type { RemarkKind, Stance, State, Support, Way } from './petition.ts'

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const people = (count: number) => (count === 1 ? '1 person' : `${number(count, 'en')} people`)

export const en = {
  title: 'Petitions',
  lead: 'Say what is wrong, or what the city should do: nobody asks for papers or citizenship. You are told by which day an answer is due, and everybody can see whether it came. If the city says yes, the promise is followed until somebody else has checked it.',
  begin: 'Write a petition',
  back: 'Come back with your secret code',
  mine: 'My petitions',
  closed: 'This city does not take petitions here yet.',
  hiddenTitle: (id: number) => `Petition ${id}: its words are hidden`,
  number: (id: number) => `No. ${id}`,

  states: {
    waiting: 'Waiting for an answer',
    paused: 'Clock stands still',
    overdue: 'Answer late',
    answered: 'Answered',
    closed: 'Answered',
    objected: 'Objection',
    'objection-overdue': 'Objection, decision late',
    withdrawn: 'Withdrawn',
    merged: 'Joined to another',
  } satisfies Record<State, string>,

  supports: {
    none: 'No signatures asked for',
    gathering: 'Gathering signatures',
    discussion: 'In public discussion',
    committee: 'Goes to the committee',
    ended: 'Time for signing is over',
  } satisfies Record<Support, string>,

  /** What happens now, by when, and whose turn it is: one sentence at the top of its page. */
  now: {
    waiting: (f: { body: string; day: string; left: number }) =>
      f.left === 0
        ? `${f.body} must answer by the end of today.`
        : `${f.body} must answer by ${f.day}: ${days(f.left)} left.`,
    paused: (f: { body: string; since: string; until: string }) =>
      `The clock has stood still since ${f.since}${f.until && ` and runs again after ${f.until}`}. Then ${f.body} must answer.`,
    overdue: (f: { body: string; day: string; late: number }) =>
      `${f.body} should have answered by ${f.day}. The answer is ${days(f.late)} late.`,
    answered: (f: { outcome: string; on: string; until: string }) =>
      `Answered on ${f.on}: ${f.outcome}.${f.until && ` Its author may object until ${f.until}.`}`,
    closed: (f: { outcome: string; on: string }) => `Answered on ${f.on}: ${f.outcome}.`,
    objected: (f: { on: string; due: string }) =>
      `Its author objected to the answer on ${f.on}.${f.due && ` Somebody else must decide by ${f.due}.`}`,
    'objection-overdue': (f: { due: string }) =>
      `The decision on the objection should have come by ${f.due}. It is late.`,
    withdrawn: (f: { on: string }) => `Its author took it back on ${f.on}. Nothing more is owed.`,
    merged: (f: { on: string }) =>
      `It asks for the same as another petition, and was joined to it on ${f.on}. It goes on there.`,
  },

  list: {
    found: 'What was asked for',
    search: 'Search in petitions',
    go: 'Search',
    more: 'More ways to search',
    byTopic: 'By topic',
    byPlace: 'By place',
    sort: 'In which order',
    sorts: { newest: 'Newest', signatures: 'Most signatures', due: 'Due soonest' },
    counts: { all: 'altogether', open: 'not answered yet', overdue: 'late', answered: 'answered' },
    standings: { open: 'Everything the city still owes an answer' },
    none: 'No petition is like that',
    noneText: 'Try fewer words, or look at all of them.',
    all: 'All petitions',
    first: 'Nobody has asked for anything yet',
    signatures: (count: number) => (count === 1 ? '1 signature' : `${number(count, 'en')} signatures`),
    dueOn: (day: string, left: number) => (left === 0 ? 'due today' : `due ${day}, ${days(left)} left`),
    lateBy: (late: number) => `${days(late)} late`,
    downloads: 'The whole list',
    searchTitle: 'Search in petitions',
    searchLead: 'Leave open whatever does not matter.',
    show: 'Show petitions',
    any: 'any',
    state: 'How it stands',
    support: 'How far it was signed',
    body: 'Who must answer',
    topic: 'What it is about',
    group: 'Whose right it touches',
    article: 'Which right of the charter',
    district: 'Where',
    filed: 'Filed',
    due: 'Due',
    outcome: 'Outcome',
    id: 'Number',
    titleOf: 'Title',
    lang: 'Language',
    signed: 'Signatures',
  },

  doors: {
    title: 'Write a petition',
    lead: 'First choose the way it should take. If you choose wrongly, the city passes it on, and the shorter time limit holds.',
    which: 'Which way fits',
    days: (text: string) => `Answer within ${text}`,
    named: 'A name is needed, which is not shown.',
    nameless: 'You need not give a name.',
    open: 'Others may sign it.',
    notOpen: 'Nobody is asked to sign.',
    published: 'Everybody can read it.',
    account: 'Write it',
    signIn: 'With an account',
    noAccount: 'Without an account',
    anonymous: 'Without any name',
    how: 'With an account the city tells you of every step. Without one you come back with a secret code. Without any name nobody knows who you are, the city included.',
    help: 'You would rather speak than write? At any counter a clerk writes it down for you.',
    similar: 'Perhaps somebody has asked for it already',
  },

  write: {
    title: 'Your petition',
    lead: {
      account: 'You can leave and come back: what you typed stays on this device.',
      'no-account':
        'Your name is seen only by those who answer. You get a secret code with which you come back. Until you send it, your text stays on this device.',
      anonymous:
        'Nobody asks who you are. Do not write your name in the text. You get a secret code with which you come back.',
      clerk:
        'You write for somebody. The page will say that a clerk wrote it down; who it is for stays unknown.',
    } satisfies Record<Way, string>,
    subject: 'What do you want, in one line?',
    text: 'What happened, and what should the city do?',
    textHint:
      'Where, when, whom it touches. Everybody can read it: please leave out names, telephone numbers and addresses of others.',
    lang: 'Language of your text',
    otherLang: 'another language',
    district: 'Where is it?',
    wholeCity: 'the whole city, or I do not know',
    who: 'For those who answer',
    name: 'Your name',
    nameHint: 'Any name by which those who answer may call you. It is never shown.',
    reach: 'How can the city reach you?',
    reachHint:
      'A telephone number or an address, if you like. You can also simply come back with your secret code.',
    shownAs: 'Name under the petition',
    shownAsHint: 'Everybody sees it. Leave it empty to be “a resident”.',
    age: 'I am 14 or older.',
    ageHint:
      'If you are younger, your guardian or a clerk can write it with you, or you leave your name out where that is possible.',
    agree:
      'The city may keep my name and the way to reach me to answer me, until a year after it is all over. Without agreeing I can choose to write without a name or with an account.',
    similar: 'Look for similar ones',
    next: 'Go on',
    published: 'On the next page you see what it is about, and send it.',
  },

  check: {
    title: 'Is this right?',
    lead: 'This is what your text seems to be about. Nothing was sent yet: please change what is not right.',
    topic: 'What it is about',
    noTopic: 'none of these, or I do not know',
    topicHint: 'It decides who answers first. If it is wrong, they pass it on.',
    articles: 'Which rights of the charter it touches',
    moreArticles: 'Other rights of the charter',
    noArticle: 'none of them, or I do not know',
    groups: 'Whose right it touches',
    moreGroups: 'Rights of others',
    written: 'What everybody will read',
    because: (words: string) => `because you wrote: ${words}`,
    byTopic: 'because of what it is about',
    body: (name: string) => `Going by your text, ${name} would answer.`,
    lane: 'I ask for the rights lane: it touches the right of a small group, so the committee should look at it however few sign.',
    laneHint: 'Rights are not put to a vote. Somebody must confirm that it is so.',
    laneFor: (groups: string) =>
      `Your text speaks of: ${groups}. Rights of small groups are not put to a vote. Somebody must confirm that it is about their right.`,
    laneReason: 'If you ask for it: whose right, and how?',
    similar: 'Somebody may have asked for it already',
    similarLead:
      'One petition with many signatures is stronger than many alike. You can sign one of these instead, or send your own.',
    noSimilar: 'No petition like it was found.',
    change: 'Change the text',
    send: 'Send the petition',
  },

  receipt: {
    title: 'The city has your petition',
    lead: 'Keep this slip. With it you can show that you asked, and when.',
    slip: 'Receipt of a petition',
    petition: 'Petition',
    page: 'Its page',
    due: 'Answer due by',
    body: 'Who answers',
    signable: 'Others may sign until',
    by: 'Written down by',
    clerk: 'a clerk, for somebody',
    secret:
      'With the secret code you come back on this city’s site, read the answer, tell more, object or take the petition back. It is shown only now, and the city itself does not know it: please print it or write it down.',
    comeBack: 'Where to use the secret code',
    next: 'What happens next',
    steps: [
      'It is published now. If words in it harm somebody, they can be hidden, with the reason in public and an appeal to somebody else.',
      'Those who answer confirm what it is about. If it belongs to others, they pass it on; the time limit stays.',
      'An answer is due by the day above, whether or not enough people sign.',
      'If the answer does not satisfy you, you can object. Somebody else decides.',
    ],
    how: 'How the day was counted',
    go: 'To the petition',
    signed: 'Your receipt',
    done: 'Done',
  },

  page: {
    filed: 'Filed',
    by: (name: string) => `by ${name}`,
    resident: 'a resident',
    ways: {
      account: 'with an account',
      'no-account': 'without an account',
      clerk: 'written down by a clerk for somebody',
      anonymous: 'without a name',
    } satisfies Record<Way, string>,
    body: 'Who answers now',
    answerer: 'Who answered',
    topic: 'Topic',
    district: 'Where',
    wholeCity: 'The whole city',
    groups: 'Whose right',
    articles: 'Rights of the charter',
    noArticles: 'none named',
    procedure: 'Procedure',
    way: 'How it came',
    hidden: 'The words of this petition are hidden',
    hiddenText: 'This stands instead of them. The petition itself is answered like any other.',
    mergedInto: 'It was joined to',
    mergedWhy: 'Why',
    others: 'Joined with this one',
    othersText:
      'These asked for the same. Their authors are authors of this one too, and nobody who signed both is counted twice.',
    history: 'History',
    toSupport: 'You can still sign it: see how',
    isYours: 'Is it yours?',
    byCode: 'Come back with your secret code',
    bySignIn: 'Sign in',
    yoursText: 'to tell more, and to see what else you can do now.',
    share: 'Address of this page',
    print: 'Print',
  },

  support: {
    title: 'Signatures',
    signed: (count: number) => `${people(count)} signed.`,
    took: (count: number) => `${people(count)} took part.`,
    sheets: (count: number) => `${number(count, 'en')} of them on paper.`,
    of: (count: number, needed: number) => `${number(count, 'en')} of ${number(needed, 'en')}`,
    bars: 'How far it has come',
    toDiscussion: 'To public discussion',
    toReview: 'To the committee',
    supporter: 'signatures',
    participant: 'people who sign or speak',
    needed: (f: { count: number; unit: string; step: string; until: string }) =>
      `${f.step}: ${number(f.count, 'en')} ${f.unit} by ${f.until}.`,
    reachedDiscussion: (day: string) => `Enough had signed on ${day}: the public discusses it.`,
    reachedReview: (day: string) => `It has gone to the committee since ${day}.`,
    untilDay: (day: string) => `It can be signed until ${day}.`,
    over: 'The time for signing is over.',
    anyway: 'An answer is due whether or not enough people sign.',
    rules: (day: string) => `The rules of the day on which it was filed hold (${day}).`,
    sign: 'Sign',
    signIn: 'Sign in to sign',
    unsign: 'Take my signature back',
    youSigned: 'You signed it.',
    own: 'It is yours: your signature is the first.',
    names: 'Nobody sees who signed.',
    sheet: 'Enter signatures on paper',
    sheetCount: 'How many signatures',
    sheetKept: 'Where the sheets are kept',
    sheetGo: 'Add them',
  },

  opinions: {
    title: 'What people think',
    lead: 'Everybody may say once what they think of it. Speak of the matter, not of people; say why. What incites hatred, threatens or names private people is hidden, with the reason in public.',
    none: 'Nobody has said anything yet.',
    closed: 'Nothing can be added now.',
    stances: { for: 'For it', against: 'Against it', neither: 'Neither' } satisfies Record<Stance, string>,
    stance: 'Where do you stand?',
    text: 'What do you think, and why?',
    go: 'Say it',
    signIn: 'Sign in to say what you think',
    spoke: 'You have said what you think.',
    hidden: 'These words are hidden. Why stands further up on this page.',
    all: (id: number) => `What people think of petition ${id}`,
  },

  author: {
    title: 'This petition is yours',
    lead: 'Only you see this part.',
    byCode: 'You came with your secret code. Before you leave a computer that others use, close this page.',
    told: 'What you told those who answer',
    onlyThem: 'Only those who answer read it.',
    kinds: {
      information: 'Tell more',
      separation: 'Ask to be separated again',
    } satisfies Record<RemarkKind, string>,
    information: 'What should those who answer know besides?',
    separation: 'Why is it not the same as the other petition?',
    withdrawal: 'Take it back',
    withdrawalText:
      'It stays to be read, as withdrawn, and nothing more is owed for it. This cannot be undone.',
    satisfaction: 'Did the answer help?',
    satisfactionText: 'If you like, say why. Everybody can read it.',
    objection: 'Object to the answer',
    objectionHint: 'Somebody else than who answered decides. Everybody can read why you object.',
    laneObjection: 'Object to being refused the rights lane',
    appeal: 'Appeal against the hiding of words',
    why: 'Why?',
    send: 'Send',
  },

  comeBack: {
    title: 'Come back with your secret code',
    lead: 'If you wrote a petition without an account, your slip has a secret code. Here it opens your petition.',
    code: 'Secret code',
    hint: 'Like 7K3QM-2XW9A-PD40T. Capital and small letters are the same.',
    go: 'Open it',
    receipt: 'With the receipt number and the check code of any slip you see what became of it',
    counter: 'Nothing but the paper, and no idea? A clerk at any counter opens it with you.',
  },

  ofMine: {
    title: 'My petitions',
    lead: 'What you asked for, and what you signed.',
    filed: 'Written by me',
    signed: 'Signed by me',
    noneFiled: 'You have not written any yet.',
    noneSigned: 'You have not signed any yet.',
  },

  sentences: {
    'room.petitions': 'Petitions',
    'petitions.filed': 'The petition was filed.',
    'petitions.signed': 'Somebody signed.',
    'petitions.unsigned': 'A signature was taken back.',
    'petitions.sheet-added': ({ count }) => `Signatures of ${people(Number(count))} on paper were added.`,
    'petitions.discussion-reached': ({ count }) =>
      `Enough take part (${people(Number(count))}): the public discusses it.`,
    'petitions.review-reached': ({ count }) =>
      `Enough take part (${people(Number(count))}): it goes to the committee.`,
    'petitions.opinion-given': 'Somebody said what they think of it.',
    'petitions.merged': ({ into }) => `Joined to petition ${into}, which asks for the same.`,
    'petitions.took-in': ({ from }) => `Petition ${from}, which asks for the same, was joined to it.`,
    'petitions.withdrawn': 'Its author took it back.',
    'petitions.information-added': 'Its author told those who answer more.',
    'petitions.separation-asked': 'Its author asked to be separated again.',
    'petitions.article-missing': 'Please tick at least one right, or “none of them”.',
    'petitions.name-needed': 'This way needs a name. It is shown to nobody but those who answer.',
    'petitions.too-young-alone':
      'Please come with a guardian or to a clerk, or leave your name out where that is possible.',
    'petitions.agree-first':
      'Without this the city may not keep your name. You can write without a name, or with an account.',
    'petitions.guardian-first': 'Your guardian has to agree first that you speak here.',
    'petitions.not-signable': 'This petition cannot be signed any more.',
    'petitions.not-discussed': 'This petition is not being discussed now.',
    'petitions.own': 'This petition is your own: your signature is the first, and stays.',
    'petitions.signed-already': 'You have signed it already.',
    'petitions.not-signed': 'You have not signed it.',
    'petitions.spoke-already': 'You have said what you think of it already.',
    'petitions.not-author':
      'Only its author may do this. Please sign in, or come back with your secret code.',
    'petitions.not-speaker': 'Only whoever said it may do this.',
    'petitions.code-mistyped': 'A letter of the code is missing or wrong. Please look at it once more.',
    'petitions.code-wrong':
      'No petition belongs to this code. Your slip has two: this one is called “secret code”.',
    'petitions.carries-others':
      'Other petitions were joined to it, so it is no longer only yours to take back.',
    'petitions.not-merged': 'It was not joined to another.',
    'petitions.remarks-full': ({ most }) =>
      `You have told us more ${most} times. Please ask those who answer directly.`,
    'petitions.merge-with-itself': 'A petition cannot be joined to itself.',
    'petitions.no-such-petition': 'There is no petition with this number.',
    'petitions.merge-waits-longer': ({ other }) =>
      `The answer to petition ${other} is due first, so it would wait longer. Join them the other way round.`,
  } satisfies Sentences,
}

export type Words = typeof en
