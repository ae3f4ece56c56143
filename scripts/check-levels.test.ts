import { expect, test } from 'vitest'
import { checkLevels, circles } from './check-levels.ts'
import { houseRules } from './house-rules.ts'

for (const { says, broken, good, bad } of houseRules) {
  for (const [file, line] of good) {
    test(`${says}: fine in ${file}: ${line}`, () => expect(broken(file, line)).toBe(false))
  }
  for (const [file, line] of bad) {
    test(`${says}: refused in ${file}: ${line}`, () => expect(broken(file, line)).toBe(true))
  }
}

test('a room may not import a room that may import it', () => {
  expect(circles({ kit: [], record: ['kit'] })).toEqual([])
  expect(circles({ people: ['record'], record: ['people'] })).toHaveLength(1)
  expect(circles({ kit: ['kit'] })).toHaveLength(1)
})

test('a room that nobody listed is noticed', () => {
  expect(checkLevels([{ file: 'app/gardens/reads.ts', text: '' }])).toEqual([
    'app/gardens is not in app/levels.ts',
  ])
})

test('an import over several lines is noticed at its first line; a comment is not', () => {
  const text =
    "// new Date()\n/** Date.now() */\nimport {\n  type Entry,\n  act,\n} from '#record/act.ts'\nconst at = new Date()\n"
  expect(checkLevels([{ file: 'app/charter/actions.ts', text }])).toEqual([
    'app/charter/actions.ts:3: another room is reached through its door, index.ts',
    'app/charter/actions.ts:7: the moment and the draw are handed in: no clock, Date or chance but in the files app/levels.ts names',
  ])
})
