import type { Child } from 'hono/jsx'
import { type Shown, typedIn } from '#kit/form.ts'
import type { Procedure } from '#kit/procedures.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import type { Similar } from '#search/index.ts'
import { Button } from '#ui/buttons.tsx'
import { Checkbox, Fieldset, HiddenField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { StepIndicator } from '#ui/steps.tsx'
import { languageName } from '#ui/text.tsx'
import { most } from './filing.ts'
import type { Way } from './petition.ts'
import { SimilarOnes } from './similar.pages.tsx'
import { words } from './words.ts'

export type WritingProps = {
  view: View
  procedure: Procedure
  way: Way
  /** The new form's mark; one that was shown before keeps its own. */
  mark: string
  districts: readonly { key: string; label: string }[]
  shown: Shown
  similar: readonly Similar[] | undefined
  quickExit: string | undefined
}

/** Where a petition is written: as few questions as the city can do with. */
export const WritingPage = (props: WritingProps) => {
  const { view, procedure, way, shown, similar, quickExit } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      kicker={plain(procedure.label, view)}
      title={w.write.title}
      side={{ 'no-account': w.doors.noAccount, anonymous: w.doors.anonymous, account: '', clerk: '' }[way]}
      lead={w.write.lead[way]}
      breadcrumbs={crumbs(view)}
      shown={shown}
      scripts={['similar.js']}
      {...(quickExit && way !== 'account' && { quickExit })}
      noindex
    >
      <Steps view={view} current={1} />
      {similar && <SimilarOnes view={view} similar={similar} />}
      <Form
        view={view}
        action={pathOf(view, procedure, way)}
        submit={w.write.next}
        shown={shown}
        {...draftOf(procedure, way)}
        cancel={{ href: href(view, '/petitions/new'), label: w.doors.which }}
      >
        <HiddenField name="form" value={typedIn(shown, 'form') || props.mark} />
        {[shown.typed.articles ?? []].flat().map((each) => (
          <HiddenField name="articles" value={each} />
        ))}
        <TextFields {...props} />
        <div data-similar={href(view, '/petitions/similar')} aria-live="polite"></div>
        <p>
          <Button kind="secondary" name="step" value="similar" small>
            {w.write.similar}
          </Button>
        </p>
        <AuthorFields {...props} />
        <p class="muted">{w.write.published}</p>
      </Form>
    </Page>
  )
}

export const crumbs = (view: View) => [
  { href: href(view, '/petitions'), label: words(view).title },
  { href: href(view, '/petitions/new'), label: words(view).doors.title },
]

export const pathOf = (view: View, { key }: Procedure, way: Way): string =>
  href(view, `/petitions/new/${key}${way === 'no-account' || way === 'anonymous' ? `/${way}` : ''}`)

/** Nothing of what somebody writes without a name stays on a computer that others may use. */
export const draftOf = ({ key }: Procedure, way: Way) =>
  way === 'anonymous' ? {} : { draft: `petition-${key}` }

export const Steps = ({ view, current }: { view: View; current: 1 | 2 }) => {
  const w = words(view)
  return (
    <StepIndicator
      view={view}
      steps={[{ label: w.write.title }, { label: w.check.title }, { label: w.receipt.slip }]}
      current={current}
    />
  )
}

/** What is asked for, in which language, and where. */
export const TextFields = ({ view, shown, districts }: Omit<WritingProps, 'similar'>): Child => {
  const w = words(view).write
  const languages = view.languages.map((each) => ({ value: each, label: languageName(each), lang: each }))
  return (
    <>
      <TextField {...at(view, shown, 'title')} label={w.subject} max={most.title} />
      <TextArea {...at(view, shown, 'text')} label={w.text} hint={w.textHint} rows={10} max={most.text} />
      <Select
        {...at(view, shown, 'lang')}
        label={w.lang}
        value={view.lang}
        options={[...languages, { value: 'und', label: w.otherLang }]}
      />
      {districts.length > 0 && (
        <Select
          {...at(view, shown, 'district')}
          label={w.district}
          empty={w.wholeCity}
          options={districts.map(({ key, label }) => ({ value: key, label }))}
          optional
        />
      )}
    </>
  )
}

/** Who somebody is to those who answer, and to everybody; nothing where nobody asks. */
export const AuthorFields = ({ view, shown, way }: Pick<WritingProps, 'view' | 'shown' | 'way'>): Child => {
  const w = words(view).write
  if (way === 'anonymous') return null
  const shownAs = (
    <TextField
      {...at(view, shown, 'shownAs')}
      label={w.shownAs}
      hint={w.shownAsHint}
      max={most.name}
      width="medium"
      optional
      sensitive
    />
  )
  if (way !== 'no-account') return shownAs
  return (
    <Fieldset legend={w.who}>
      <TextField
        {...at(view, shown, 'name')}
        label={w.name}
        hint={w.nameHint}
        max={most.name}
        width="medium"
        sensitive
      />
      <TextField
        {...at(view, shown, 'reach')}
        label={w.reach}
        hint={w.reachHint}
        max={most.reach}
        optional
        sensitive
      />
      {shownAs}
      <Checkbox {...at(view, shown, 'age')} label={w.age} hint={w.ageHint} />
      <Checkbox {...at(view, shown, 'agree')} label={w.agree} />
    </Fieldset>
  )
}
