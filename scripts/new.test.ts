import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from './tree.ts'

/** A copy of the project, to be changed and thrown away. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'madang-new-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const parts = ['{app,cities,migrations,packages,scripts}', '*.{ts,json,md}', '.gitignore']
  for (const each of globSync(parts, { cwd: root }))
    cpSync(join(root, each), join(folder, each), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function run(folder: string, program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  return { status, says: stdout + stderr }
}

test('a new mechanism is listed, has its table, passes every check, and its tests run on both databases', () => {
  const folder = copy()
  const script = (name: string, ...args: string[]) =>
    run(folder, 'node', '--import', 'tsx', `scripts/${name}.ts`, ...args)

  expect(script('new', 'gardens', 'garden', '텃밭')).toMatchObject({ status: 0 })
  expect(run(folder, 'drizzle-kit', 'generate', '--name', 'gardens').says).toContain('gardens.sql')
  expect(run(folder, 'biome', 'check', 'app/gardens', 'app/levels.ts', 'app/house.ts')).toMatchObject({
    status: 0,
  })
  const checked = script('check', 'types', 'arrows', 'words', 'sizes', 'docs', 'migrations').says
  expect(checked.split('\n').filter((line) => /garden/.test(line))).toEqual([])
  expect(checked).toContain('✓ migrations')
  const tested = run(folder, 'vitest', 'run', 'app/gardens')
  expect(tested.says).toContain('12 passed, 0 failed')
}, 180_000)

test('a mechanism without a Korean name, or one that is there, is refused in a sentence', () => {
  const script = (...args: string[]) => run(root, 'node', 'scripts/new.ts', ...args)
  expect(script('gardens', 'garden')).toEqual({ status: 1, says: expect.stringContaining('in Korean') })
  expect(script('charter', 'article', '헌장')).toEqual({
    status: 1,
    says: expect.stringContaining('an app/charter'),
  })
})
