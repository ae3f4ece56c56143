export const en = {
  'held.remarks': 'What you said of a plan',
  'held.agreements': 'Actions you agreed to or declined for a body',
  'held.quarters': 'Reports you wrote for a body',
  'held.plan': 'Plan',
  'held.who': 'Name shown',
  'held.action': 'Action',
  'held.agrees': 'Agreed',
  'held.quarter': 'Quarter',
  'held.reached': 'Reached',
  'held.obstacle': 'Obstacle',
}
