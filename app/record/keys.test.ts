import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeKeys, readKeys } from './keys.ts'
import { knownFile, readKnown, writeKnown } from './verdict.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'madang-keys-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

test('a city’s keys are made once, for its owner’s eyes only, and read as they were made', async () => {
  const dataDir = join(await folder(), 'data')
  expect(await readKeys(dataDir)).toBeUndefined()
  const keys = await makeKeys(dataDir, 'https://rights.example.org')
  expect(keys.log.vkey).toMatch(/^rights\.example\.org\/record\+[0-9a-f]{8}\+/)
  expect(keys.cookies).not.toEqual(keys.sessions)
  expect(await readKeys(dataDir)).toEqual(keys)
  expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  await expect(makeKeys(dataDir, 'https://rights.example.org')).rejects.toThrow('EEXIST')
  expect(await readKeys(dataDir)).toEqual(keys)
})

test('two cities never get the same keys', async () => {
  const [one, two] = [await folder(), await folder()]
  expect((await makeKeys(one, 'https://a.example')).cookies).not.toEqual(
    (await makeKeys(two, 'https://a.example')).cookies,
  )
})

test('what a check saw is remembered, one file a host', async () => {
  const state = await folder()
  const file = knownFile(state, 'https://rights.example.org:8443/ko')
  expect(file).toBe(join(state, 'madang', 'rights.example.org_8443.json'))
  expect(await readKnown(file)).toBeUndefined()
  for (const checkpoint of ['first', 'second']) {
    await writeKnown(file, { vkey: 'key', checkpoint })
    expect(await readKnown(file)).toEqual({ vkey: 'key', checkpoint })
  }
})
