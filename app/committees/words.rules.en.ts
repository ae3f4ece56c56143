/** What a committee is held to, by the keys of its rules. */
export const rules = {
  genderCap: 'Share of any one gender',
  youthShare: 'Share of young people',
  seatsPerPerson: 'Committees one person may sit on',
  size: 'Members',
  termLength: 'Length of a term',
  renewals: 'Renewals at most',
  quorum: 'Present before it can decide',
  majority: 'Votes a decision takes',
  dismissal: 'Votes a dismissal takes',
  regularMeetings: 'Regular sittings a year',
  extraMeeting: 'Members who can demand a sitting',
  notice: 'Notice of a sitting',
  papers: 'Papers sent before a sitting',
  minutes: 'Minutes published within',
  sunset: 'The committee is reviewed after',
  evaluation: 'Yearly evaluation by',
}

export type RuleWords = typeof rules
