import { articleName } from '#charter/index.ts'
import type { Shown } from '#kit/form.ts'
import { idOf } from '#kit/ref.ts'
import type { View } from '#kit/view.ts'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Moment, PersonText } from '#ui/text.tsx'
import { Course } from './course.pages.tsx'
import type { Choices, Desk } from './desk.data.ts'
import { Fields } from './desk.fields.tsx'
import { Again, addressOf, crumbs, JustDone, submits, titleOf } from './desk.parts.tsx'
import type { AnsweredAlike } from './desk.reads.ts'
import type { Doable } from './desk.rights.ts'
import { bodyName, labelOf, nowOf, plainTitle, StateBadge, TitleOf } from './parts.tsx'
import { stateOf } from './petition.ts'
import { proceduresOf } from './procedure.ts'
import { words } from './words.desk.ts'

type Props = { view: View; shown: Shown; desk: Desk }

/** Everything about one petition, for whoever has to do something about it. */
export const DeskPetitionPage = ({
  view,
  shown,
  desk,
  doable,
  similar,
}: Props & { doable: readonly Doable[]; similar: readonly AnsweredAlike[] }) => {
  const w = words(view).desk
  const { petition } = desk.course.whole
  return (
    <Page
      view={view}
      current="desk"
      shown={shown}
      title={plainTitle(view, petition)}
      heading={<TitleOf view={view} of={petition} />}
      side={w.side}
      kicker={`${w.number} ${desk.id} · ${bodyName(view, petition.body)}`}
      lead={nowOf(view, petition)}
      badges={<StateBadge view={view} state={stateOf(petition, view.at)} />}
      breadcrumbs={crumbs(view)}
      noindex
      aside={<Aside view={view} desk={desk} />}
    >
      <JustDone view={view} />
      <ErrorSummary view={view} problems={shown.problems} />
      <Doing view={view} desk={desk} doable={doable} />
      <section class="flow">
        <h2>{w.text}</h2>
        {petition.hiddenAt && <Notice view={view}>{w.hiddenText}</Notice>}
        <PersonText text={petition.text} lang={petition.lang} />
      </section>
      <Course view={view} {...desk.course} />
      <Similar view={view} similar={similar} />
      <p>
        <a href={href(view, `/petitions/${desk.id}`)}>{w.public}</a>
      </p>
    </Page>
  )
}

/** The first thing as a button, whatever else is possible as links. */
const Doing = ({ view, desk, doable }: { view: View; desk: Desk; doable: readonly Doable[] }) => {
  const w = words(view).desk
  const [first, ...others] = doable
  const to = (each: Doable) => href(view, addressOf(desk.id, each))
  return (
    <section class="flow not-printed">
      <h2>{w.todo}</h2>
      {!first && <p>{w.nothing}</p>}
      {first && (
        <ButtonRow>
          <LinkButton href={to(first)}>{titleOf(view, desk, first)}</LinkButton>
        </ButtonRow>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((each) => (
            <li>
              <a href={to(each)}>{titleOf(view, desk, each)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What is known of it and of its author. */
const Aside = ({ view, desk }: { view: View; desk: Desk }) => {
  const w = words(view).desk
  const { petition } = desk.course.whole
  const { subjects } = desk.facts
  return (
    <>
      <section class="flow">
        <h2>{w.facts}</h2>
        <DescriptionList
          items={[
            { term: w.filed, is: <Moment view={view} at={petition.filedAt} /> },
            { term: w.way, is: w.ways[petition.way] },
            ...(petition.shownAs ? [{ term: w.shownAs, is: <bdi>{petition.shownAs}</bdi> }] : []),
            {
              term: w.procedure,
              is: labelOf(view, proceduresOf(desk.facts).petitions, petition.procedure),
            },
            ...(petition.topic
              ? [{ term: w.topic, is: labelOf(view, subjects.topics, petition.topic) }]
              : []),
            ...(petition.groups.length > 0
              ? [
                  {
                    term: w.groups,
                    is: petition.groups.map((key) => labelOf(view, subjects.groups, key)).join(', '),
                  },
                ]
              : []),
            {
              term: w.articles,
              is: petition.articles.map((about, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={href(view, `/${about}`)}>{articleName(view, idOf(about))}</a>
                </>
              )),
            },
            ...(petition.signableUntil
              ? [{ term: w.signatures, is: petition.signatures.toLocaleString(view.lang) }]
              : []),
          ]}
        />
      </section>
      <Author view={view} desk={desk} />
    </>
  )
}

const Author = ({ view, desk }: { view: View; desk: Desk }) => {
  const w = words(view).desk
  const { author } = desk
  if (!author) return null
  const { contact, told, hasAccount } = author
  return (
    <section class="flow not-printed">
      <h2>{w.contact}</h2>
      {contact?.name || contact?.reach ? (
        <>
          <DescriptionList
            items={[
              ...(contact.name ? [{ term: w.name, is: <bdi>{contact.name}</bdi> }] : []),
              ...(contact.reach ? [{ term: w.reach, is: <bdi>{contact.reach}</bdi> }] : []),
            ]}
          />
          <p class="muted">{w.contactNote}</p>
        </>
      ) : (
        <p>{hasAccount ? w.account : w.noContact}</p>
      )}
      {told.length > 0 && (
        <>
          <h3>{w.remarks}</h3>
          {told.map(({ kind, text, lang, at: when }) => (
            <PersonText
              text={text}
              lang={lang}
              by={
                <>
                  {w.remarkKinds[kind]} · <Moment view={view} at={when} />
                </>
              }
            />
          ))}
        </>
      )}
    </section>
  )
}

/** One step on one page: the clock, the text to look up, and the form. */
export const StepPage = (props: Props & { doable: Doable; choices: Choices }) => {
  const { view, shown, desk, doable } = props
  const w = words(view).desk
  return (
    <Page
      view={view}
      current="desk"
      shown={shown}
      title={titleOf(view, desk, doable)}
      breadcrumbs={crumbs(view, desk)}
      noindex
    >
      <Again view={view} desk={desk} />
      <Form
        view={view}
        shown={shown}
        action={href(view, addressOf(desk.id, doable))}
        submit={submits(w)[doable.step]}
        draft={`petition-${desk.id}-${doable.step}`}
        {...(doable.step === 'hiding' && { kind: 'danger' as const })}
      >
        <Fields {...props} />
      </Form>
    </Page>
  )
}

/** What the city answered to petitions like this one. */
const Similar = ({ view, similar }: { view: View; similar: readonly AnsweredAlike[] }) => {
  const w = words(view)
  if (similar.length === 0) return null
  return (
    <section class="flow">
      <h2>{w.desk.similar}</h2>
      <StructuredList
        items={similar.map((each) => ({
          title: each.title,
          lang: each.lang,
          href: href(view, `/petitions/${each.id}#answer`),
          meta: [w.outcomes[each.outcome], <Moment view={view} at={each.answeredAt} />],
        }))}
      />
    </section>
  )
}
