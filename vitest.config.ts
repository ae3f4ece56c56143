import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Tests that ask for a city or a database run once on each database; the others need none and run once. */
const needsDatabase = (file: string): boolean =>
  /from '#testing\/(city|database)\.ts'/.test(readFileSync(file, 'utf8'))

const tests = globSync('{app,packages,scripts,bin,bench}/**/*.test.{ts,tsx}', {
  exclude: (path) => path.includes('node_modules') || path === 'scripts/mechanism',
})
const onDatabases = tests.filter(needsDatabase)

/** Our modules have no effects on import, so files may share a worker, and with it the opened database. */
const shared = { isolate: false, testTimeout: 20_000 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/plain-line.ts'],
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'pure', include: tests.filter((each) => !onDatabases.includes(each)) },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'pglite',
          include: onDatabases,
          globalSetup: 'app/testing/global-setup.pglite.ts',
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'postgres',
          include: onDatabases,
          globalSetup: 'app/testing/global-setup.postgres.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.{ts,tsx}'],
          globalSetup: 'e2e/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
