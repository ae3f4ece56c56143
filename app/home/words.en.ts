export const en = {
  lead: 'Everyone who lives, stays, works or studies here has these rights, with or without papers. Whoever speaks gets an answer, and everyone can see what came of it.',
  doors: {
    speak: {
      title: 'Speak up',
      text: 'Where and how to say that something is wrong: for yourself or for somebody else.',
    },
    decide: {
      title: 'Decide together',
      text: 'See who sits on the city’s committees, what they decide, and when they meet.',
    },
    promised: {
      title: 'See what was promised',
      text: 'Every step the city takes stands on a public record that anyone can check.',
    },
    rights: {
      title: 'Know your rights',
      text: 'The charter of this city, article by article, and what is done for each.',
    },
  },
  charter: 'The charter',
  chapter: (no: string) => `Chapter ${no}`,
  lately: 'Lately on the record',
  whole: 'The whole record',
  city: 'The city at a glance',
  cityText: 'Districts, bodies and milestones of this city.',
}

export type Words = typeof en
