import { filesLike, type SourceFile } from './tree.ts'

/** What belongs to one machine or one registry and would break, or tell on, another. */
const foreign: [RegExp, string][] = [
  [/https?:\/\/(registry|npm|pypi|mirror)[.-][^\s"')]+/, 'names a package registry'],
  [/(?<![\w.])\/(home|root|work|Users)\/\w+/, 'names a folder of one machine'],
  [/"resolved": "https?:/, 'pins where a package was downloaded'],
]

const everything =
  '{*.{md,json,ts,yml,yaml},.npmrc,.ci/*,{app,bench,bin,cities,docs,e2e,migrations,packages,scripts}/**/*.{md,ts,tsx,js,json,yaml,yml,csv,sql,css}}'

export const checkClean = (files: readonly SourceFile[] = filesLike(everything)): string[] =>
  files.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        foreign.filter(([pattern]) => pattern.test(line)).map(([, what]) => `${file}:${index + 1}: ${what}`),
      ),
  )
