import { FilesField } from '#files/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { money } from '#kit/money.ts'
import { number } from '#kit/numbers.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { Checkboxes, Fieldset, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { PersonText, WithName } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { ActionLine } from './action.reads.ts'
import { type Choices, FormPage, type Shows } from './desk.year.parts.tsx'
import { deskPathOf } from './desk.year.paths.ts'
import type { Plan } from './plan.ts'
import { obstacles } from './quarter.ts'
import { yearWords } from './words.year.ts'
import { type BodyNames, namesOf } from './year.parts.tsx'
import { lastReport } from './year.reads.ts'
import { YearFigures, YearTable } from './year.report.pages.tsx'
import { figuresOfYear, type YearLine } from './year.ts'

type OfLine = Shows & { line: ActionLine }

const kickerOf = ({ action }: ActionLine) => <span lang={action.lang}>{action.title}</span>

/** The yes or no of a lead. */
export const AgreementPage = ({ view, shown, line, names }: OfLine & { names: BodyNames }) => {
  const { action } = line
  const w = yearWords(view)
  const { agreement } = w.desk
  const answers = line.words.filter(({ last }) => last?.reason)
  return (
    <FormPage
      view={view}
      shown={shown}
      title={agreement.title}
      kicker={kickerOf(line)}
      lead={agreement.lead}
      path={deskPathOf.agreement(action.id)}
      submit={agreement.submit}
      before={
        <>
          <PersonText text={action.text} lang={action.lang} by={namesOf(view, names, [action.draftedBy])} />
          <p>
            <span lang={action.lang}>{action.measure}</span>: {number(action.target, view.lang)} ·{' '}
            {w.due(dayText(action.dueOn, view.lang))} ·{' '}
            {action.cost === 0 ? w.free : money(action.cost, view.currency, view.lang)}
          </p>
          {answers.map(({ body, last }) => (
            <PersonText text={last!.reason} lang={last!.lang} by={namesOf(view, names, [body])} />
          ))}
        </>
      }
    >
      <Radios
        {...at(view, shown, 'agrees')}
        label={agreement.agrees}
        options={[
          { value: 'yes', label: agreement.yes },
          { value: 'no', label: agreement.no },
        ]}
      />
      <TextArea {...at(view, shown, 'reason')} label={agreement.reason} rows={4} max={2000} optional />
    </FormPage>
  )
}

export const WithdrawalPage = ({ view, shown, line }: OfLine) => {
  const { withdrawal } = yearWords(view).desk
  return (
    <FormPage
      view={view}
      shown={shown}
      title={withdrawal.title}
      kicker={kickerOf(line)}
      path={deskPathOf.withdrawal(line.action.id)}
      submit={withdrawal.title}
      danger
    >
      <TextArea {...at(view, shown, 'reason')} label={withdrawal.reason} max={2000} />
    </FormPage>
  )
}

/** The report on a quarter, with what was said last in its fields. */
export const QuarterPage = ({
  view,
  shown,
  line,
  quarter,
  choices,
}: OfLine & { quarter: number; choices: Choices }) => {
  const { action } = line
  const w = yearWords(view)
  const q = w.desk.quarter
  const [before] = line.quarters.find((each) => each.quarter === quarter)?.reports ?? []
  const last = before ?? lastReport(line.quarters)
  const isOpen = !line.commitment?.doneAt && !line.commitment?.stoppedAt
  const ahead = isOpen ? line.milestones.filter((each) => !each.reachedAt && !each.droppedAt) : []
  return (
    <FormPage
      view={view}
      shown={shown}
      title={q.title(quarter, action.year)}
      kicker={kickerOf(line)}
      lead={q.lead}
      path={deskPathOf.quarter(action.id, quarter)}
      submit={q.submit}
      upload
      before={before && <Notice view={view} title={q.before} />}
    >
      <TextField
        {...at(view, shown, 'reached')}
        label={q.reached}
        hint={
          <WithName
            says={(measure) => q.reachedHint(measure, number(action.target, view.lang))}
            name={action.measure}
            lang={action.lang}
          />
        }
        inputmode="numeric"
        width="short"
        value={last ? String(last.reached) : ''}
      />
      <TextArea
        {...at(view, shown, 'text')}
        label={q.text}
        hint={q.textHint}
        value={last?.text ?? ''}
        lang={last?.lang}
        rows={4}
        max={2000}
      />
      <Radios
        {...at(view, shown, 'obstacle')}
        label={q.obstacle}
        value={last?.obstacle ?? 'none'}
        options={obstacles.map((value) => ({ value, label: w.obstacles[value] }))}
      />
      {ahead.length > 0 && (
        <Checkboxes
          {...at(view, shown, 'milestones')}
          label={q.milestones}
          options={ahead.map(({ no, title }) => ({ value: String(no), label: title, lang: action.lang }))}
          optional
        />
      )}
      <EvidenceAndHelp view={view} shown={shown} choices={isOpen ? choices : []} />
    </FormPage>
  )
}

/** What shows it, and whether help is wanted. */
const EvidenceAndHelp = ({ view, shown, choices }: Shows & { choices: Choices }) => {
  const q = yearWords(view).desk.quarter
  return (
    <>
      <TextArea {...at(view, shown, 'links')} label={q.links} hint={q.linksHint} rows={2} optional />
      <FilesField view={view} shown={shown} />
      {choices.length > 0 && (
        <Fieldset legend={q.help}>
          <Select
            {...at(view, shown, 'helpOf')}
            label={q.helpOf}
            options={choices}
            empty={q.nobody}
            optional
          />
          <TextArea {...at(view, shown, 'helpText')} label={q.helpText} rows={3} max={2000} optional />
        </Fieldset>
      )}
    </>
  )
}

/** The year as it will be frozen, and what the office adds. */
export const TellPage = (
  props: Shows & {
    plan: Plan
    year: number
    names: BodyNames
    lines: readonly YearLine[]
    /** Reports on the last quarter that may still come in time. */
    open: number
    sittings: readonly { no: number; startsAt: Instant }[]
  },
) => {
  const { view, shown, plan, year, sittings, open } = props
  const w = yearWords(view)
  const t = w.desk.tellForm
  return (
    <FormPage
      view={view}
      shown={shown}
      title={w.reportOn(year)}
      kicker={<Local view={view} text={plan.doc.title} />}
      lead={t.lead}
      path={deskPathOf.tell(plan.key, year)}
      submit={t.submit}
      before={
        <>
          {open > 0 && <Notice view={view} kind="warning" title={t.open(open)} />}
          <YearFigures view={view} figures={figuresOfYear(props.lines)} />
          <Disclosure summary={w.actions}>
            <YearTable {...props} />
          </Disclosure>
        </>
      }
    >
      <TextArea {...at(view, shown, 'text')} label={t.text} hint={t.textHint} max={8000} />
      <Select
        {...at(view, shown, 'sitting')}
        label={t.sitting}
        empty={t.none}
        options={sittings.map(({ no, startsAt }) => ({
          value: String(no),
          label: t.sittingOn(no, dayText(dayAt(startsAt, view.timeZone), view.lang)),
        }))}
        optional
      />
    </FormPage>
  )
}
