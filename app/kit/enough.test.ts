import { expect, test } from 'vitest'
import { z } from 'zod'
import { saysEnough } from './enough.ts'
import { problemsOf } from './form.ts'

const field = z.object({ text: z.string().trim().check(saysEnough(40)) })

const lacking = (text: string) => {
  const read = field.safeParse({ text })
  return read.success ? undefined : problemsOf(read.error, { text })
}

for (const [text, least] of [
  ['We mend the bench before the first of May.', undefined],
  ['We mend the bench before the first May.', 40],
  ['오월 첫날까지 의자를 고쳐 놓겠습니다.', undefined],
  ['오월 첫날까지 의자를 고칩니다', 20],
  ['我们会在五月一日前修好公交站的长椅，请放心。', undefined],
  ['Ответ: да, мы починим скамейку к маю месяцу.', undefined],
  ['ㅋ'.repeat(19), 20],
] as const)
  test(`“${text}” says ${least ? `too little: at least ${least} characters are asked for` : 'enough'}`, () => {
    expect(lacking(text)?.[0]?.facts.least).toBe(least)
  })

test('what was left empty is asked for in the words of every empty field', () => {
  expect(lacking('')).toEqual([{ field: 'text', code: 'form.missing', facts: {} }])
})
