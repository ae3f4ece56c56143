import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { fileAs, kerbs, named, newMark, openOne, sendAs, yuna } from './filing.fixture.ts'
import { contacts, petitions, routings, signatures } from './tables.ts'

const rowOf = async (town: Awaited<ReturnType<typeof testCity>>, id: number) => {
  const [row] = await town.city.reads.select().from(petitions).where(eq(petitions.id, id))
  return row!
}

test('Yuna writes, is shown what it is about, and gets a receipt that anybody can check', async () => {
  const town = await testCity()
  const browser = town.as(yuna)
  const path = `/en/petitions/new/${openOne(town)}`
  expect(await browser.page('/en/petitions/new')).toContain(path)
  const form = (await browser.page(path)).match(/name="form" value="([\w-]{22})"/)![1]!
  const check = await (await browser.post(path, { ...kerbs, articles: [], form })).text()
  expect(check).toContain('Is this right?')
  expect(check).toContain(`name="form" value="${form}"`)
  expect(check).toMatch(/because you wrote: [^<]*bus/)
  const filed = await browser.post(path, { ...kerbs, form, checked: 'yes' })
  expect(filed.status).toBe(303)
  const receipt = await browser.page(filed.headers.get('location')!)
  expect(receipt).toContain('The city has your petition')
  const slip = receipt.match(/\/en\/record\/receipts\/\d+\/[\w-]+/)![0]
  expect(await town.as(anonymous).page(slip)).toContain('The petition was filed.')
  expect(town.bugs).toEqual([])
})
