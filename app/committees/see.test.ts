import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { anonymous, person, testCity } from '#testing/city.ts'

test('see', async () => {
  const { as, bugs } = await testCity()
  for (const [n, p] of Object.entries({
    bodies: '/en/bodies',
    bodies2012: '/ko/bodies?on=2012-05-21',
    office: '/en/bodies/human-rights-office',
    officeko: '/ko/bodies/human-rights-office',
    gmc: '/en/bodies/gwangju-metropolitan-city',
    committees: '/en/committees',
    hrcc: '/en/committees/human-rights-civil-committee',
    districts: '/en/districts',
    popolo: '/en/bodies.popolo.json',
    csv: '/ko/bodies.csv',
  })) {
    const answer = await as(anonymous).get(p)
    writeFileSync(`/tmp/see/${n}.html`, await answer.text())
    console.log(p, answer.status)
  }
  const d = as(person('Daeun', 5, ['secretary', 'human-rights-civil-committee']))
  for (const [n, p] of Object.entries({
    desk: '/en/desk/committees',
    desk1: '/en/desk/committees/human-rights-civil-committee',
    prop: '/ko/desk/committees/human-rights-civil-committee/members/new',
    call: '/ko/desk/committees/human-rights-civil-committee/sittings/new',
    other: '/en/desk/committees/youth-committee',
  })) {
    const answer = await d.get(p)
    writeFileSync(`/tmp/see/${n}.html`, await answer.text())
    console.log(p, answer.status)
  }
  console.log(bugs)
})
