import type { Localized } from './words.ts'

/** A way in which the city takes up what somebody says, with the keys of the norms that hold its numbers. */
export type Procedure = {
  key: string
  label: Localized
  /** When it is the right one, in a sentence for whoever stands before the choice. */
  text: Localized
  /** Whether somebody may use it without giving a name. */
  anonymous: boolean
  /** Whether others may sign, and so bring it before the public and the committee. */
  open: boolean
  norms: {
    /** Deadline for the answer; its extension is the only one. */
    answer: string
    /** Threshold with a window: from here on the public discusses it. */
    discussion?: string | undefined
    /** Threshold with a window: from here on the committee takes it up. */
    review?: string | undefined
  }
  /** Takes in what names no body, confirms what a petition is about, and decides who belongs in the rights lane. */
  intake: string
  /** Takes up what reached the threshold, and everything in the rights lane. */
  committee?: string | undefined
}

/** What somebody may do who was told no, and who hears it: never the body that said it. */
export type Remedy = {
  /** How long after it was said; a norm's key. */
  within: string
  /** How long the answer may take; a norm's key. */
  answer: string
  /** Who hears it, in this order: the first that did not say the no itself. */
  bodies: readonly string[]
}

/** Who keeps the master plan, who hears of it, and the norms of its year. */
export type Planning = {
  office: string
  committee: string
  norms: { agreedBy: string; reportWithin: string; amberBelow: string; redBelow: string }
}

/** Who keeps the indicators, who hears of them, and their norms. */
export type Measuring = {
  office: string
  committee: string
  norms: { dueWithin: string; priorities: string; smallCell: string }
}

/** The city's own ways, as its files have them. */
export type Procedures = {
  petitions: readonly Procedure[]
  objection: Remedy
  /** Against the hiding of words. */
  appeal: Remedy
  moderator: string
  commitments: {
    /** After how long without a report a promise counts as silent. */
    silentAfter: string
    /** After how long past its day a promise that was not done counts as broken. */
    brokenAfter: string
    /** How many promises a body must have before it is set beside others. */
    comparedFrom: string
  }
  /** How long a body has to answer a committee's recommendation. */
  recommendationAnswer: string
  /** Who decides between bodies that do not help each other, and after how long it comes before them. */
  coordination?: { liftedAfter: string; to: string } | undefined
  planning?: Planning | undefined
  measuring?: Measuring | undefined
  /** In which kinds of bodies somebody has to see to human rights, and by which provision. */
  officers?: { in: readonly string[]; basis: string } | undefined
}
