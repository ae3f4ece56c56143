import { expect, test } from 'vitest'
import { gather } from './body.ts'
import { files } from './office.fixture.ts'
import { popolo, popoloOf } from './popolo.ts'

const said = popoloOf(new Map(gather(files).map((each) => [each.key, each])), {
  lang: 'en',
  languages: ['ko', 'en'],
})

test('bodies, posts and holders are valid Popolo and refer only to each other', () => {
  expect(popolo.parse(said)).toEqual(said)
  const ids = (things: readonly { id: string }[]) => new Set(things.map((each) => each.id))
  const organizations = ids(said.organizations)
  for (const each of said.organizations) if (each.parent_id) expect(organizations).toContain(each.parent_id)
  for (const each of said.memberships) {
    expect(organizations).toContain(each.organization_id)
    expect(ids(said.posts)).toContain(each.post_id)
    expect(ids(said.persons)).toContain(each.person_id)
  }
})

test('an office’s names stand with the dates they held, no more exact than they are known', () => {
  const office = said.organizations.find((each) => each.id === 'bodies/rights-office')!
  expect(office).toMatchObject({
    name: 'Democracy and Rights Bureau',
    founding_date: '2010-08-13',
    dissolution_date: '2026-06-30',
  })
  expect(office.other_names).toContainEqual({
    name: 'Human Rights and Peace Division',
    start_date: '2014',
    end_date: '2018',
  })
})
