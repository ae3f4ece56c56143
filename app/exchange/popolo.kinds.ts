/** The kinds of bodies that the city's files know, by the words that others use for them. */
const kinds: Record<string, readonly string[]> = {
  government: ['executive', 'municipality', 'city'],
  council: ['legislature', 'parliament', 'assembly', 'chamber'],
  bureau: [],
  department: ['ministry', 'directorate'],
  division: ['unit', 'section', 'team'],
  office: [],
  'district-office': [],
  'education-office': [],
  committee: ['commission', 'board', 'subcommittee'],
  ombudsman: [],
  affiliated: ['agency', 'corporation', 'foundation'],
  centre: ['center'],
  partner: ['ngo', 'association'],
  national: [],
  other: [],
}

/** The kind that a classification means, and whether that is another word than it had. */
export function kindOf(classification: string | null | undefined): { kind: string; changed: boolean } {
  const said = (classification ?? '').trim().toLowerCase()
  if (said in kinds) return { kind: said, changed: false }
  const [kind = 'other'] = Object.entries(kinds).find(([, others]) => others.includes(said)) ?? []
  return { kind, changed: true }
}
