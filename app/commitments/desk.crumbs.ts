import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { words } from './words.ts'

/** The way back from a page of the desk. */
export const crumbs = (view: View) => [
  { href: href(view, '/desk'), label: words(view).desk.home },
  { href: href(view, '/desk/commitments'), label: words(view).desk.title },
]
