import { globSync, readFileSync } from 'node:fs'
import { test } from 'vitest'
import { passkeyScript } from '#people/index.ts'
import { similarScript } from '#petitions/index.ts'
import { readWalk } from '#testing/walk.ts'
import { walkThrough } from '#testing/walker.ts'
import { readAssets } from '#ui/assets.ts'
import { openBrowser } from './browser.ts'
import { PhoneVisitor } from './phone.ts'

/** Every story of a language once more, with a small telephone in hand that runs no scripts. */
export function testWalks(lang: 'en' | 'ko'): void {
  const { newPage } = openBrowser()
  const stories = globSync('docs/walks/*.md').filter((each) => !each.endsWith('README.md'))
  for (const file of stories.filter((each) => each.endsWith('.ko.md') === (lang === 'ko')).sort())
    test(file, async () => {
      const look = { javascript: false, width: 360, lang } as const
      await walkThrough(readWalk(file, readFileSync(file, 'utf8')), {
        seat: async (request) => PhoneVisitor.at(await newPage(look), request),
        assets: await readAssets({ scripts: { 'passkey.js': passkeyScript, 'similar.js': similarScript } }),
      })
    }, 300_000)
}
