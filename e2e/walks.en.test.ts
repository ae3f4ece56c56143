import { testWalks } from './walks.ts'

testWalks('en')
