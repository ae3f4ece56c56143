import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const madang = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'madang.js'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  })

test('the command runs from any folder, on the Node that the project brings', () => {
  const { status, stdout } = madang('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('serve')
})

test('how the command ended is how madang ends', () => {
  expect(madang('no-such-command').status).toBe(2)
})
