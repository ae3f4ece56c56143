export const en = {
  about: 'About this city’s courtyard',
  accessibility: 'Accessibility',
  contact: 'Contact',
  privacy: 'Your data',
  data: 'Open data',
  dataLead:
    'Everything public on these pages is also there for a spreadsheet and for programs. You may use it freely; please say where it comes from.',
  noText: 'The city has not written this page yet.',
  otherLanguage: (language: string) => `This page is not there in English yet. It is shown in ${language}.`,
  lists: 'Public lists',
  list: 'List',
  page: 'Page',
  csv: 'CSV',
  json: 'JSON',
  others: 'For programs',
  openapi: 'Description of the interface (OpenAPI 3.1)',
  popolo: 'Bodies, posts and people (Popolo)',
  feed: 'News from the record (Atom)',
  verify: 'How to check the record yourself',
  sources: 'Sources',
  sourcesLead: 'Where the city’s files say each thing was read.',
  source: 'Source',
  publisher: 'Published by',
  read: 'Read on',
  licence: 'Licence',
}

export type Words = typeof en
