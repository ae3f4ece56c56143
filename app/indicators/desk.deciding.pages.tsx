import type { Shown } from '#kit/form.ts'
import { typedIn } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Checkbox, Checkboxes, Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { FormFrame } from './desk.pages.tsx'
import { criteria } from './indicator.ts'
import { unitAfter } from './parts.tsx'
import type { Known, Priority } from './reads.ts'
import { deskWords, words } from './words.ts'

type OnOne = { view: View; shown: Shown; known: Known }
type Option = { value: string; label: string }

export const TargetPage = ({
  view,
  shown,
  known,
  start,
}: OnOne & { start: { from: string; start: string } }) => {
  const w = deskWords(view).target
  const unit = unitAfter(view, known.doc).trim()
  const inUnit = (label: string) => (unit ? `${label} (${unit})` : label)
  return (
    <FormFrame
      view={view}
      shown={shown}
      title={w.title(plain(known.doc.title, view))}
      lead={w.lead}
      known={known}
    >
      <Form
        view={view}
        action={href(view, `/desk/indicators/${known.key}/target`)}
        submit={w.send}
        shown={shown}
      >
        <TextField {...at(view, shown, 'from')} label={w.from} width="short" value={start.from} max={40} />
        <TextField
          {...at(view, shown, 'start')}
          label={inUnit(w.start)}
          width="short"
          value={start.start}
          inputmode="decimal"
        />
        <TextField {...at(view, shown, 'by')} label={w.by} width="short" max={40} />
        <TextField {...at(view, shown, 'value')} label={inUnit(w.value)} width="short" inputmode="decimal" />
        <TextArea {...at(view, shown, 'reason')} label={w.reason} hint={w.reasonHint} rows={4} max={2000} />
      </Form>
    </FormFrame>
  )
}

export const NotePage = ({ view, shown, known, periods }: OnOne & { periods: readonly string[] }) => {
  const w = deskWords(view).note
  return (
    <FormFrame
      view={view}
      shown={shown}
      title={w.title(plain(known.doc.title, view))}
      lead={w.lead}
      known={known}
    >
      <Form
        view={view}
        action={href(view, `/desk/indicators/${known.key}/note`)}
        submit={w.send}
        shown={shown}
      >
        <Select
          {...at(view, shown, 'period')}
          label={w.period}
          empty={w.any}
          options={periods.map((value) => ({ value, label: value }))}
          optional
        />
        <TextArea {...at(view, shown, 'text')} label={w.text} rows={6} max={5000} />
      </Form>
    </FormFrame>
  )
}

/** Of so many a form shows the fields at once; the rest open with a press. */
const atOnce = 3

export const ChoosePage = (props: {
  view: View
  shown: Shown
  year: number
  most: number
  indicators: readonly Option[]
  chosen: readonly Priority[]
}) => {
  const { view, shown, year, most, indicators } = props
  const w = deskWords(view).priorities
  const numbers = Array.from({ length: most }, (_, no) => no + 1)
  const used = Math.max(
    atOnce,
    props.chosen.length,
    ...numbers.filter((no) => typedIn(shown, `indicator${no}`) !== ''),
  )
  const block = (no: number) => {
    const chosen = props.chosen.find(({ place }) => place === no)
    return (
      <Fieldset legend={w.one(no)}>
        <Select
          {...at(view, shown, `indicator${no}`)}
          label={w.indicator}
          empty={w.empty}
          options={indicators}
          {...(chosen && { value: chosen.indicator })}
          optional={no > 1}
        />
        <Checkboxes
          {...at(view, shown, `criteria${no}`)}
          label={w.criteria}
          options={criteria.map((value) => ({ value, label: words(view).priorities.criteria[value] }))}
          {...(chosen && { value: chosen.criteria })}
        />
        <TextArea
          {...at(view, shown, `reason${no}`)}
          label={w.reason}
          rows={3}
          max={2000}
          {...(chosen && { value: chosen.reason, lang: chosen.lang })}
        />
      </Fieldset>
    )
  }
  return (
    <FormFrame view={view} shown={shown} title={w.title(year)} lead={w.lead(most)}>
      <Form view={view} action={href(view, '/desk/indicators/priorities')} submit={w.send} shown={shown}>
        <Select
          {...at(view, shown, 'year')}
          label={w.year}
          value={String(year)}
          options={[year, year + 1].map((each) => ({ value: String(each), label: String(each) }))}
        />
        {numbers.filter((no) => no <= used).map(block)}
        {used < most && (
          <Disclosure summary={w.more}>{numbers.filter((no) => no > used).map(block)}</Disclosure>
        )}
      </Form>
    </FormFrame>
  )
}

/** What is counted, in a formula whose parts have names, and what is done where one is missing. */
const DefinitionFields = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = deskWords(view).definition
  const { missingRules } = words(view).page
  return (
    <>
      <TextArea {...at(view, shown, 'text')} label={w.text} rows={3} max={2000} />
      <TextField {...at(view, shown, 'numerator')} label={w.numerator} max={500} optional />
      <TextField {...at(view, shown, 'denominator')} label={w.denominator} max={500} optional />
      <TextField
        {...at(view, shown, 'times')}
        label={w.times}
        hint={w.timesHint}
        width="short"
        inputmode="decimal"
        optional
      />
      <Select
        {...at(view, shown, 'missing')}
        label={w.missing}
        value="none"
        options={Object.entries(missingRules).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}

export const DefinitionPage = ({ view, shown, known }: OnOne) => {
  const w = deskWords(view).definition
  return (
    <FormFrame view={view} shown={shown} title={w.title(plain(known.doc.title, view))} known={known}>
      <Form
        view={view}
        action={href(view, `/desk/indicators/${known.key}/definition`)}
        submit={w.send}
        shown={shown}
      >
        <TextField
          {...at(view, shown, 'from')}
          label={w.from}
          hint={deskWords(view).form.periodHint}
          width="short"
          max={40}
        />
        <DefinitionFields view={view} shown={shown} />
        <Checkbox {...at(view, shown, 'breaks')} label={w.breaks} hint={w.breaksHint} />
      </Form>
    </FormFrame>
  )
}

export const NewPage = (props: {
  view: View
  shown: Shown
  chapters: readonly Option[]
  articles: readonly Option[]
  bodies: readonly Option[]
}) => {
  const { view, shown } = props
  const w = deskWords(view).define
  const said = words(view)
  const choice = (
    name: string,
    label: string,
    options: readonly Option[],
    extra: { value?: string; optional?: boolean } = { optional: true },
  ) => <Select {...at(view, shown, name)} label={label} empty={w.unknown} options={options} {...extra} />
  const each = (all: Record<string, string>) =>
    Object.entries(all).map(([value, label]) => ({ value, label }))
  return (
    <FormFrame view={view} shown={shown} title={w.title} lead={w.lead}>
      <Form
        view={view}
        action={href(view, '/desk/indicators/new')}
        submit={w.send}
        shown={shown}
        draft="indicators-new"
      >
        <TextField {...at(view, shown, 'title')} label={w.name} max={200} />
        <TextField {...at(view, shown, 'key')} label={w.key} hint={w.keyHint} width="medium" max={80} />
        {choice('chapter', w.chapter, props.chapters)}
        <Disclosure summary={w.articles}>
          <Checkboxes {...at(view, shown, 'articles')} label={w.articles} options={props.articles} optional />
        </Disclosure>
        <TextField
          {...at(view, shown, 'from')}
          label={deskWords(view).definition.from}
          hint={deskWords(view).form.periodHint}
          width="short"
          max={40}
        />
        <DefinitionFields view={view} shown={shown} />
        {choice('good', w.good, each(said.goods))}
        {choice('measures', w.measures, each(said.measures))}
        {choice('owner', w.owner, props.bodies)}
        {choice('frequency', w.frequency, each(said.frequencies), { value: 'year' })}
        <TextField {...at(view, shown, 'due')} label={w.due} width="short" max={5} optional />
        <TextField {...at(view, shown, 'unit')} label={w.unit} width="short" max={40} optional />
        <TextField
          {...at(view, shown, 'decimals')}
          label={w.decimals}
          width="short"
          inputmode="numeric"
          optional
        />
        <TextField {...at(view, shown, 'secondSource')} label={w.secondSource} max={300} optional />
        <TextField
          {...at(view, shown, 'dimension')}
          label={w.dimension}
          hint={w.dimensionHint}
          width="medium"
          max={60}
          optional
        />
        <TextArea {...at(view, shown, 'categories')} label={w.categories} rows={4} max={2000} optional />
      </Form>
    </FormFrame>
  )
}
