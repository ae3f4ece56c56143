import type { CityFiles } from '#city/index.ts'

const trust = { verification: 'working' as const, source: ['made-up'], except: {} }
const dated = { precision: 'day' as const, ...trust }

/** A made-up rights office that grew, was split once, and went into the bureau of a merged city. */
export const files: Pick<CityFiles, 'bodies' | 'posts' | 'terms' | 'successions'> = {
  bodies: [
    {
      key: 'old-city',
      kind: 'government',
      order: 1,
      versions: [{ from: '1995-01-01', until: '2026-06-30', name: { en: 'Old City' }, ...dated }],
      ...trust,
    },
    {
      key: 'new-city',
      kind: 'government',
      versions: [{ from: '2026-07-01', name: { en: 'New City' }, ...dated }],
      ...trust,
    },
    {
      key: 'rights-office',
      kind: 'division',
      versions: [
        {
          from: '2010-08-13',
          name: { en: 'Human Rights Division', ko: '인권담당관실' },
          parent: 'old-city',
          staff: 12,
          units: 3,
          unitsAre: 'teams',
          ...dated,
        },
        {
          from: '2014-01-01',
          name: { en: 'Human Rights and Peace Division' },
          parent: 'old-city',
          staff: 28,
          ...dated,
          precision: 'year',
        },
        {
          from: '2019-01-01',
          until: '2026-06-30',
          name: { en: 'Democracy and Rights Bureau' },
          parent: 'old-city',
          staff: 45,
          ...dated,
        },
      ],
      ...trust,
    },
    {
      key: 'peace-office',
      kind: 'division',
      versions: [
        {
          from: '2019-01-01',
          until: '2026-06-30',
          name: { en: 'Peace Division' },
          parent: 'old-city',
          ...dated,
        },
      ],
      ...trust,
    },
    {
      key: 'rights-bureau',
      kind: 'bureau',
      versions: [
        { from: '2026-07-01', name: { en: 'Rights Bureau' }, parent: 'new-city', staff: 60, ...dated },
      ],
      ...trust,
    },
    {
      key: 'lottery-desk',
      kind: 'office',
      versions: [
        {
          from: '2012-01-01',
          until: '2015-12-31',
          name: { en: 'Lottery Desk' },
          parent: 'rights-office',
          ...dated,
        },
      ],
      ...trust,
    },
  ],
  successions: [
    {
      key: 'renamed-2014',
      kind: 'renamed',
      on: '2014-01-01',
      precision: 'year',
      from: ['rights-office'],
      to: ['rights-office'],
      passes: 'all',
      basis: [],
      ...trust,
    },
    {
      key: 'split-2019',
      kind: 'succeeded',
      on: '2019-01-01',
      precision: 'day',
      from: ['rights-office'],
      to: ['peace-office'],
      passes: 'part',
      basis: [],
      ...trust,
    },
    {
      key: 'abolished-2016',
      kind: 'abolished',
      on: '2016-01-01',
      precision: 'day',
      from: ['lottery-desk'],
      to: [],
      passes: 'none',
      basis: [],
      ...trust,
    },
    {
      key: 'merged-2026',
      kind: 'merged',
      on: '2026-07-01',
      precision: 'day',
      from: ['rights-office', 'peace-office'],
      to: ['rights-bureau'],
      passes: 'all',
      basis: ['merger-act/9'],
      ...trust,
    },
    {
      key: 'cities-2026',
      kind: 'succeeded',
      on: '2026-07-01',
      precision: 'day',
      from: ['old-city'],
      to: ['new-city'],
      passes: 'all',
      basis: [],
      ...trust,
    },
  ],
  posts: [
    {
      key: 'director',
      body: 'rights-office',
      name: { en: 'Director' },
      head: true,
      filledBy: 'appointment',
      ...trust,
    },
    {
      key: 'deputy',
      body: 'rights-office',
      name: { en: 'Deputy' },
      head: false,
      filledBy: 'appointment',
      ...trust,
    },
  ],
  terms: [
    {
      key: 'director-2',
      post: 'director',
      holder: { en: 'Jiwoo' },
      from: '2018-01-01',
      until: '2020-12-31',
      ...dated,
    },
    {
      key: 'director-1',
      post: 'director',
      holder: { en: 'Harim' },
      from: '2010-08-13',
      until: '2016-12-31',
      ...dated,
    },
  ],
}
