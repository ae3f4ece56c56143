import { expect, test } from 'vitest'
import { deadLinks } from './check-docs.ts'

const there = new Set(['docs/new-city.md', 'README.md'])
const dead = (text: string) => deadLinks({ file: 'docs/operating.md', text }, (path) => there.has(path))

test('a link to a file that is there, elsewhere, or on the same page is fine', () => {
  expect(
    dead('[a](new-city.md#names) [b](../README.md) [c](https://example.org) [d](#top) `[e](no.md)`'),
  ).toEqual([])
})

test('a link and a picture that lead nowhere are noticed', () => {
  expect(dead('[a](walks/yuna.md)\n![the home page](pictures/home.png "Home")')).toEqual([
    'docs/operating.md: nothing at walks/yuna.md',
    'docs/operating.md: nothing at pictures/home.png',
  ])
})
