import { testWalks } from './walks.ts'

testWalks('ko')
