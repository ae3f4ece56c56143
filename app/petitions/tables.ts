export * from './course.tables.ts'
export * from './petitions.tables.ts'
