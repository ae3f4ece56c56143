import type { Source, View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { type Verification, VerificationBadge } from './badges.tsx'
import { SaidText, WebLink } from './text.tsx'

/** A text of the city in the reader's language, marked where it had to be another. */
export const Local = ({ view, text }: { view: View; text: Localized }) => (
  <SaidText view={view} said={say(text, view.lang, view.languages)} />
)

/** The same where the text itself says enough, as a name does: only its language is marked. */
export const InItsLanguage = ({ view, text: all }: { view: View; text: Localized }) => {
  const { text, lang } = say(all, view.lang, view.languages)
  return lang === view.lang ? text : <span lang={lang}>{text}</span>
}

/** A text of the city, and how somebody called what it is about. */
export const LocalOf = (props: { view: View; text: Localized; of: Localized | undefined }) => (
  <>
    <Local view={props.view} text={props.text} />
    {props.of && (
      <>
        : <InItsLanguage view={props.view} text={props.of} />
      </>
    )}
  </>
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
          <SourceName view={props.view} title={title} address={address} />
        </>
      ))}
    />
  )
}

/** A source by its title, in the language that it has. */
export const SourceName = ({ view, title, address }: { view: View } & Source) => {
  const marked = <InItsLanguage view={view} text={title} />
  return /^https?:/.test(address) ? <WebLink href={address}>{marked}</WebLink> : marked
}
