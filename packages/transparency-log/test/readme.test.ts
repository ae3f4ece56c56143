import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from '../src/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code).join('\n')

test('the examples of the README print what they say, one after the other as one program', async () => {
  const printed: string[] = []
  const console = { log: (...values: unknown[]) => printed.push(values.map(shown).join(' ')) }
  const program = examples.replaceAll(
    /import (\{.*?\}) from '@madang\/transparency-log'/g,
    'const $1 = library',
  )
  const run = Object.getPrototypeOf(async () => {}).constructor('library', 'console', program)
  await run(library, console)
  const promised = [...examples.matchAll(/console\.log\(.*\)(?: |\n)\/\/ (.*)/g)].map(
    ([, comment]) => comment,
  )
  expect(promised).toHaveLength(4)
  expect(printed).toEqual(promised)
})

const shown = (value: unknown) =>
  Array.isArray(value) ? `[ ${value.map((item) => `'${item}'`).join(', ')} ]` : value
