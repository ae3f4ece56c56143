import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InUse, lock } from './lock.ts'

const freshFolder = () => mkdtemp(join(tmpdir(), 'madang-lock-'))

test('a folder is kept by the process that uses it, until that has ended, however it ended', async () => {
  const folder = await freshFolder()
  const script = `
    const { lock } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))})
    await lock(${JSON.stringify(folder)})
    console.log('kept')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  await expect(lock(folder)).rejects.toThrow(InUse)
  other.kill('SIGKILL')
  await once(other, 'exit')
  await (await lock(folder))()
})

test.runIf(process.platform === 'linux')(
  'after a power cut the number of the process may be somebody else’s, and the folder is free',
  async () => {
    const folder = await freshFolder()
    await writeFile(join(folder, 'lock'), `${process.ppid} 1`)
    await (await lock(folder))()
  },
)

test('a folder that is made for the city’s data is for its owner alone', async () => {
  const folder = join(await freshFolder(), 'data')
  const unlock = await lock(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  await unlock()
})
