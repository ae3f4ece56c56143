import type { Facts } from '#kit/refusal.ts'
import type { View } from '#kit/view.ts'
import { wordsIn } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const words = wordsIn({ en, ko })

export const MissingPage = ({ view }: { view: View }) => {
  const w = words(view).missing
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex status={404}>
      <ul>
        <li>
          <a href={href(view, '/search')}>{w.search}</a>
        </li>
        <li>
          <a href={href(view, '/')}>{w.home}</a>
        </li>
      </ul>
    </Page>
  )
}

export const ForbiddenPage = ({ view }: { view: View }) => {
  const w = words(view).forbidden
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex status={403}>
      <p>{w.what}</p>
    </Page>
  )
}

export const RefusedPage = ({ view, code, facts }: { view: View; code: string; facts: Facts }) => {
  const w = words(view).refused
  return (
    <Page view={view} title={w.title} lead={view.tell(code, facts)} noindex status={422}>
      <p>{w.what}</p>
    </Page>
  )
}

export const BrokenPage = ({ view, number }: { view: View; number: string }) => {
  const w = words(view).broken
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex status={500}>
      <p>{w.number(number)}</p>
    </Page>
  )
}
