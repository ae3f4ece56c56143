export const en = {
  lead: 'Everyone who lives, stays, works or studies here has these rights, with or without papers. Whoever speaks gets an answer, and everyone can see what came of it.',
  doors: {
    speak: {
      title: 'Speak up',
      text: 'Say what is wrong or what should change, with or without an account. An answer is due by a day that you are told.',
    },
    decide: {
      title: 'Decide together',
      text: 'See who sits on the city’s committees, what they decide, and when they meet.',
    },
    promised: {
      title: 'See what was promised',
      text: 'Who promised what, by when, and whether somebody else has checked that it was done.',
    },
    rights: {
      title: 'Know your rights',
      text: 'The charter of this city, article by article, and what is done for each.',
    },
  },
  owed: {
    title: 'What the city owes today',
    open: 'petitions to answer',
    overdue: 'answers late',
    underWay: 'promises under way',
    late: 'promises late',
    broken: 'promises broken',
    kept: 'promises kept',
  },
  course: {
    worsened: 'What became worse',
    forWhom: 'For whom, and all that is measured',
    tower: 'How the city keeps its word',
    year: 'The plan this year',
    wholeYear: 'The year of the plan',
  },
  signable: 'You can sign these now',
  allPetitions: 'All petitions',
  settled: 'What lately came of promises',
  allPromises: 'All promises',
  charter: 'The charter',
  chapter: (no: string) => `Chapter ${no}`,
  lately: 'Lately on the record',
  whole: 'The whole record',
  city: 'The city at a glance',
  cityText: 'Districts, bodies and milestones of this city.',
}

export type Words = typeof en
