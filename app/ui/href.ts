/** The address of a path in the reader's language: `/charter/11` becomes `/ko/charter/11`. */
export const href = (view: { lang: string }, path: string): string =>
  `/${view.lang}${path === '/' ? '' : path}`
