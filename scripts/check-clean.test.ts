import { expect, test } from 'vitest'
import { checkClean } from './check-clean.ts'

const complaints = (text: string) => checkClean([{ file: 'docs/operating.md', text }])
const host = ['https://registry', 'example.org/madang'].join('.')
const folder = ['', 'home', 'yuna'].join('/')

test('addresses of the city and folders of the project pass', () => {
  expect(
    complaints('See https://madang.example.org/ko/charter, ./data and /etc/madang.env; at /ko/work/17 too.'),
  ).toEqual([])
})

test('a registry, somebody’s folder and a place of download do not', () => {
  expect(complaints(`installed from ${host}`)).toEqual(['docs/operating.md:1: names a package registry'])
  expect(complaints(`\ncd ${folder}/madang`)).toEqual(['docs/operating.md:2: names a folder of one machine'])
  expect(complaints(['"resolved"', '"https://example.org/a.tgz"'].join(': '))).toEqual([
    'docs/operating.md:1: pins where a package was downloaded',
  ])
})
