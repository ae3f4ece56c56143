import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { Stuck, Visitor } from '#testing/visitor.ts'
import { NotUnderstood, readWalk } from '#testing/walk.ts'
import { walkThrough } from '#testing/walker.ts'

const told = globSync('docs/walks/*.md').sort()
const stories = told.filter((file) => !file.endsWith('README.md'))
const read = (file: string) => readWalk(file, readFileSync(file, 'utf8'))

for (const file of stories) test(file, () => walkThrough(read(file)), 120_000)

test('every story is told in English and in Korean', () => {
  const english = stories.filter((file) => !file.endsWith('.ko.md'))
  expect(english.flatMap((file) => [file.replace(/\.md$/, '.ko.md'), file])).toEqual(stories)
})

test('the page on telling a walk tells only what is understood', () => {
  expect(read('docs/walks/README.md').steps.length).toBeGreaterThan(20)
})

const untrue: [lang: string, story: string, why: RegExp][] = [
  ['', '- Yuna opens /en/charter and sees “a dragon”.', /story\.md:1: .*\n“a dragon” is not on “Your rights/],
  [
    '',
    '- Yuna opens /en.\n- She does not see “Know your rights”.',
    /story\.md:2: .*\n“Know your rights” is there/,
  ],
  ['.ko', '\n- 유나는 /ko를 열고 “용왕”을 봅니다.', /story\.ko\.md:2: /],
  ['', '- Yuna opens /en and follows “Dragons”.', /no link “Dragons”.*“Know your rights/],
  ['', '- Yuna opens /en/sign-in and writes “x” in “Password”.', /no field “Password”.*“E-mail address”/],
  ['', '- Yuna opens /en/record and chooses “Dragons” for “About”.', /no choice “Dragons”.*“Charter”/],
  ['', '- Yuna opens /en/sign-in and presses “Fly”.', /no button “Fly”/],
  ['', '- Yuna opens /en/demo and presses “Sign in”.', /There are \d+ of button “Sign in”.*say beside what/],
  ['', '- Yuna gets a letter about “dragons”.', /No letter is about “dragons”/],
  ['', '- Yuna opens /en/sign-in and writes the code in “E-mail address”.', /No code has been noted/],
  ['', '- Yuna opens /en and notes the “Check code”.', /Nothing is said under “Check code”/],
  [
    '.ko',
    '- 유나는 /ko/record/receipts를 열고 “확인 코드”에 적어 둔 “확인 코드”를 씁니다.',
    /No “확인 코드” has been noted/,
  ],
  ['', '- In the database, past everybody, “a dragon” becomes “a cat”.', /Nothing in the database says/],
]

test.for(untrue)('a story that is not so fails where it is not: %s%s', async ([lang, story, why]) => {
  await expect(walkThrough(readWalk(`story${lang}.md`, story))).rejects.toThrow(why)
})

test('a story that is not understood fails as a whole, with each of its lines', () => {
  const story = [
    '- Yuna dances.',
    '- Yuna opens /en and flies.',
    '- Merlin opens /en.',
    '- For each of them, Yuna opens /en.',
  ]
  expect(() => readWalk('story.md', story.join('\n'))).toThrow(
    new NotUnderstood(
      [
        'story.md:1: nobody understands “dances”',
        'story.md:2: nobody understands “flies”',
        'story.md:3: nobody understands “Merlin opens /en”',
        'story.md:4: there is no table above “For each of them, Yuna opens /en.”',
      ].join('\n'),
    ),
  )
})

test('somebody at a browser without scripts sends what such a browser sends', async () => {
  const { browser } = await testCity()
  const { request } = browser()
  const sent: [string, [string, FormDataEntryValue][]][] = []
  const visitor = new Visitor((path, init) => {
    if (init?.body instanceof FormData) sent.push([path, [...init.body]])
    return request(path, init)
  })
  await visitor.open('/en/charter')
  visitor.choose('Dark')
  visitor.choose('Large')
  await visitor.press('Show it this way')
  const [[path, fields] = ['', []]] = sent
  expect(path).toBe('/en/prefs')
  expect(fields.slice(1)).toEqual([
    ['back', '/en/charter'],
    ['theme', 'dark'],
    ['contrast', 'normal'],
    ['text', 'large'],
  ])
  expect(visitor.where).toBe('“Your rights” (/en/charter)')
  await expect(visitor.press('Fly')).rejects.toThrow(Stuck)
})
