import { migratedDump } from './dump.ts'

/** Built once here rather than by every worker at the same time. */
export const setup = async (): Promise<void> => void (await migratedDump())
