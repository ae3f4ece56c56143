/** What this room calls the fields it keeps about somebody, where they look at everything held about them. */
export const en = {
  'held.filed': 'Petitions you filed',
  'held.told': 'What you told besides',
  'held.signed': 'What you signed',
  'held.said': 'What you said of petitions',
  'held.petition': 'Petition',
  'held.filedAt': 'Filed',
  'held.way': 'How',
  'held.shownAs': 'Shown as',
  'held.stance': 'Where you stand',
}
