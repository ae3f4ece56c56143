import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundle } from './bundle.js'

/** A program of two files. */
function program(said: string): { root: string; say(said: string): void } {
  const root = mkdtempSync(join(tmpdir(), 'madang-bundle-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const file of ['package-lock.json', 'tsconfig.json', 'bin/bundle.js']) write(file, '{}')
  write('package.json', '{ "dependencies": { "left-out": "1.0.0" } }')
  write('packages/log/src/index.ts', 'export const nothing: undefined = undefined')
  write('app/cli.ts', "import { said } from './words.ts'\nconsole.log(import.meta.dirname, said)")
  const say = (text: string) => write('app/words.ts', `export const said: string = '${text}'`)
  say(said)
  return { root, say }
}

const run = (file: string): string => spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout.trim()

test('the program runs from one file and still knows where its sources are', async () => {
  const { root } = program('Hello')
  expect(run(await bundle(root))).toBe(`${join(root, 'app')} Hello`)
})

test('the one file is made once, and anew when a source has changed', async () => {
  const { root, say } = program('Hello')
  const first = await bundle(root)
  expect(await bundle(root)).toBe(first)
  say('Hello, Yuna')
  const second = await bundle(root)
  expect(run(second)).toMatch(/Hello, Yuna$/)
  expect(existsSync(first)).toBe(false)
})

test('sources that cannot be read together are left to whoever runs them as they are', async () => {
  const { root, say } = program('Hello')
  say("'; export const")
  await expect(bundle(root)).rejects.toThrow()
})
