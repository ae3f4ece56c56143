import { globSync, readFileSync } from 'node:fs'
import { test } from 'vitest'
import { passkeyScript } from '#people/index.ts'
import { similarScript } from '#petitions/index.ts'
import { readWalk } from '#testing/walk.ts'
import { walkThrough } from '#testing/walker.ts'
import { readAssets } from '#ui/assets.ts'
import { openBrowser } from './browser.ts'
import { PhoneVisitor } from './phone.ts'

// Every story once more, with a small telephone in hand that runs no scripts.
const { newPage } = openBrowser()

for (const file of globSync('docs/walks/*.md')
  .filter((each) => !each.endsWith('README.md'))
  .sort())
  test(file, async () => {
    const walk = readWalk(file, readFileSync(file, 'utf8'))
    const look = { javascript: false, width: 360, lang: walk.lang === 'ko' ? 'ko' : 'en' } as const
    await walkThrough(walk, {
      seat: async (request) => PhoneVisitor.at(await newPage(look), request),
      assets: await readAssets({ scripts: { 'passkey.js': passkeyScript, 'similar.js': similarScript } }),
    })
  }, 300_000)
