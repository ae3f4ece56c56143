import { day as dayText } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Radios, Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { isReady, type Readiness } from './completeness.ts'
import { deskCrumbs, Missing } from './desk.pages.tsx'
import { deskOf } from './desk.ts'
import type { Plan } from './plan.ts'
import { Figures } from './reports.pages.tsx'
import { words } from './words.ts'

type Props = { view: View; shown: Shown; plan: Plan }
type Sitting = { no: number; startsAt: Instant }

const sittingOptions = (view: View, sittings: readonly Sitting[]) =>
  sittings.map(({ no, startsAt }) => ({
    value: String(no),
    label: `${words(view).sitting(String(no))}, ${dayText(dayAt(startsAt, view.timeZone), view.lang)}`,
  }))

/** Brings a draft before the committee, or says what is missing. */
export const SubmissionPage = (props: Props & { readiness: Readiness; sittings: readonly Sitting[] }) => {
  const { view, shown, plan, readiness, sittings } = props
  const w = words(view).desk.submit
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      kicker={<InItsLanguage view={view} text={plan.doc.title} />}
      lead={w.lead}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Missing view={view} plan={plan} readiness={readiness} />
      {isReady(readiness) && (
        <Form
          view={view}
          action={href(view, `${deskOf(plan.key)}/submission`)}
          submit={w.button}
          shown={shown}
        >
          <Select
            {...at(view, shown, 'sitting')}
            label={w.sitting}
            empty={w.sittingNone}
            options={sittingOptions(view, sittings)}
            optional
          />
        </Form>
      )}
    </Page>
  )
}

type DecisionProps = Props & { sittings: readonly Sitting[]; predecessor: Plan | undefined }

/** What the committee decided, recorded by its secretary. */
export const DecisionPage = ({ view, shown, plan, sittings, predecessor }: DecisionProps) => {
  const w = words(view)
  const { decide } = w.desk
  return (
    <Page
      view={view}
      current="desk"
      title={decide.title}
      kicker={<InItsLanguage view={view} text={plan.doc.title} />}
      breadcrumbs={deskCrumbs(view)}
      shown={shown}
      noindex
    >
      <p>
        <a href={href(view, `/plans/${plan.key}`)}>
          <InItsLanguage view={view} text={plan.doc.title} />
        </a>
      </p>
      {predecessor && !predecessor.closedAt && (
        <Notice view={view} kind="warning">
          {view.tell('plans.predecessor-open')}
        </Notice>
      )}
      {sittings.length === 0 ? (
        <p>{decide.noSitting}</p>
      ) : (
        <Form
          view={view}
          action={href(view, `${deskOf(plan.key)}/decision`)}
          submit={decide.record}
          shown={shown}
        >
          <Select
            {...at(view, shown, 'sitting')}
            label={decide.sitting}
            options={sittingOptions(view, sittings)}
          />
          <Radios
            {...at(view, shown, 'what')}
            label={decide.what}
            options={[
              { value: 'approved', label: decide.approve },
              { value: 'given-back', label: decide.giveBack },
            ]}
          />
          <TextArea
            {...at(view, shown, 'text')}
            label={decide.text}
            hint={decide.textHint}
            rows={5}
            max={4000}
            optional
          />
        </Form>
      )}
    </Page>
  )
}

type ReportProps = Props & { kind: 'review' | 'closing'; figures: Readonly<Record<string, number>> }

/** The review half way, or the report at the end, beside the figures that will stand with it. */
export const ReportPage = ({ view, shown, plan, kind, figures }: ReportProps) => {
  const w = words(view).desk.report
  const name = kind === 'review' ? 'mid-term' : 'closing'
  return (
    <Page
      view={view}
      current="desk"
      title={w[name]}
      kicker={<InItsLanguage view={view} text={plan.doc.title} />}
      lead={w.lead}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <section class="flow">
        <h2>{w.now}</h2>
        <Figures view={view} of={figures} />
      </section>
      <Form
        view={view}
        action={href(view, `${deskOf(plan.key)}/${kind}`)}
        submit={w.send}
        shown={shown}
        draft={`plans-${plan.key}-${kind}`}
      >
        <TextArea {...at(view, shown, 'text')} label={w.text[name]} rows={12} max={20_000} />
      </Form>
    </Page>
  )
}
