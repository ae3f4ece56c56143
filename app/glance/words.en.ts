export const en = {
  title: 'The city at a glance',
  lead: 'Where the city is, who is responsible for what, and the road it has come.',
  map: 'Map of the districts',
  districts: 'The districts',
  mapText: 'Choose a district to see its office.',
  counts: {
    articles: 'articles of the charter',
    bodies: 'bodies',
    committees: 'committees',
    entries: 'entries on the record',
  },
  road: 'The road so far',
  kinds: {
    law: 'Law',
    charter: 'Charter',
    body: 'Bodies',
    plan: 'Plan',
    mechanism: 'Mechanism',
    forum: 'Forum',
    event: 'Event',
  },
  district: 'District',
  milestone: 'Milestone',
  when: 'When',
  kind: 'Kind',
}

export type Words = typeof en
