import { expect, test } from 'vitest'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'

test('a city of another country, language and legal tradition runs from its files alone', async () => {
  const { browser, files, bugs } = await livingCity(await freshDatabase(), { city: 'trilesje' })
  const { languages } = files.profile
  const charter = files.instruments.find((each) => each.kind === 'charter')!
  for (const lang of languages) {
    const addresses = [
      '',
      '/charter',
      ...charter.articles.map((each) => `/charter/${each.no}`),
      ...files.instruments.filter((each) => each !== charter).map((each) => `/law/${each.key}`),
      '/norms',
      '/bodies',
      ...files.bodies.map((each) => `/bodies/${each.key}`),
      '/committees',
      '/city',
      '/record',
      '/about',
      '/search?q=charter',
      '/sign-in',
    ]
    for (const address of addresses) {
      const answer = await browser().get(`/${lang}${address}`)
      expect([lang, address, answer.status]).toEqual([lang, address, 200])
      expect([address, (await answer.text()).match(/gwangju|광주/i)]).toEqual([address, null])
    }
  }
  expect(bugs).toEqual([])
})

test('what a page has only in another language is marked with it', async () => {
  const { browser, files } = await livingCity(await freshDatabase(), { city: 'trilesje' })
  const [own = ''] = files.profile.languages
  const untranslated = files.bodies.find(({ versions }) => !versions.at(-1)!.name.en)
  expect(untranslated).toBeDefined()
  const name = untranslated!.versions.at(-1)!.name[own]!
  const page = await browser().page(`/en/bodies/${untranslated!.key}`)
  expect(page).toMatch(
    new RegExp(`<[^>]+ lang="${own}"[^>]*>[^<]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
  )
})
