import type { TestProject } from 'vitest/node'
import { openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { addressIn, startCluster } from './cluster.ts'

/** One server for all tests of a run; each worker copies its migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, stop } = await startCluster()
  const template = await openDatabase({ url: addressIn(folder, 'template1') })
  await migrate(template)
  await template.close()
  project.provide('postgres', folder)
  return stop
}
