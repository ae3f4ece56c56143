export * from './schema.ts'
export type { Ring, Shape } from './shapes.ts'
