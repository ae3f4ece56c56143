import type { View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { type Verification, VerificationBadge } from './badges.tsx'
import { SaidText, WebLink } from './text.tsx'

/** A text of the city in the reader's language, marked where it had to be another. */
export const Local = ({ view, text }: { view: View; text: Localized }) => (
  <SaidText view={view} said={say(text, view.lang, view.languages)} />
)

/** How sure the city is of a record, and where it was read. */
export const Trust = (props: {
  view: View
  of: { verification: Verification; source: readonly string[] }
}) => {
  const sources = props.of.source.flatMap((key) => props.view.source(key) ?? [])
  return (
    <VerificationBadge
      view={props.view}
      verification={props.of.verification}
      source={sources.map(({ title, address }, index) => (
        <>
          {index > 0 && ', '}
          {/^https?:/.test(address) ? <WebLink href={address}>{title}</WebLink> : title}
        </>
      ))}
    />
  )
}
