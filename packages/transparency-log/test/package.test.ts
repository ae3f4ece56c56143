import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'transparency-log-'))
const installed = join(folder, 'node_modules/@madang/transparency-log')
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })

const bin = here('../../../node_modules/.bin')
execFileSync(process.execPath, [here('../build.mjs'), installed], {
  env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
})
writeFileSync(
  join(folder, 'program.mjs'),
  `import { generateKey, openCheckpoint, signCheckpoint, treeRoot, leafHash } from '@madang/transparency-log'
  const { skey, vkey } = await generateKey('a', new Uint8Array(32))
  const root = treeRoot([leafHash(new TextEncoder().encode('one')), leafHash(new Uint8Array(0))])
  const opened = await openCheckpoint(await signCheckpoint({ origin: 'a', size: 2, root }, skey, 5), { vkey })
  console.log(vkey, Array.from(opened.checkpoint.root).join(), opened.cosignatures[0].time)`,
)
afterAll(() => rmSync(folder, { recursive: true }))

test('the package as it is published runs in Node, and bundled for browsers without anything of Node', async () => {
  const inNode = node('program.mjs')
  const bundle = { entryPoints: ['program.mjs'], outfile: 'bundle.mjs', absWorkingDir: folder }
  await build({ ...bundle, bundle: true, format: 'esm', platform: 'browser', logLevel: 'silent' })
  expect(readFileSync(join(folder, 'bundle.mjs'), 'utf8')).not.toContain('node:')
  expect(inNode).toMatch(/^a\+[0-9a-f]{8}\+\S+ [\d,]+ 5\n$/)
  expect(node('bundle.mjs')).toBe(inNode)
})

test('what is published is JavaScript with its types, and needs nothing else installed', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  expect(manifest.exports).toEqual({ '.': './src/index.js' })
  expect(manifest.dependencies).toBeUndefined()
  expect(readFileSync(join(installed, 'src/index.d.ts'), 'utf8')).toContain('verifyLog')
})
