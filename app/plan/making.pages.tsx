import type { Shown } from '#kit/form.ts'
import type { Group } from '#kit/subjects.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { languageName } from '#ui/text.tsx'
import { deskCrumbs } from './desk.pages.tsx'
import { partNumbers } from './desk.schemas.ts'
import { deskOf } from './desk.ts'
import type { Plan } from './plan.ts'
import { words } from './words.ts'

type Props = {
  view: View
  shown: Shown
  /** The one that is described anew; nothing where one is begun. */
  plan: Plan | undefined
  others: readonly Plan[]
  groups: readonly Group[]
}

/** What a plan is about: its period, vision, goals, areas, and for whom it is. */
export const AboutPage = ({ view, shown, plan, others, groups }: Props) => {
  const w = words(view).desk
  return (
    <Page
      view={view}
      current="desk"
      title={plan ? w.describe : w.begin}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Form
        view={view}
        action={href(view, plan ? `${deskOf(plan.key)}/about` : '/desk/plan/new')}
        submit={w.save}
        shown={shown}
      >
        <InLanguages view={view} shown={shown} name="title" label={w.titleField} value={plan?.doc.title} />
        <InLanguages
          view={view}
          shown={shown}
          name="vision"
          label={w.visionField}
          value={plan?.doc.vision}
          optional
        />
        <div class="columns">
          <Year view={view} shown={shown} name="from" label={w.firstYear} value={plan?.from.year} />
          <Year view={view} shown={shown} name="until" label={w.lastYear} value={plan?.until?.year} />
        </div>
        <Select
          {...at(view, shown, 'follows')}
          label={w.follows}
          hint={w.followsHint}
          value={plan?.follows ?? ''}
          empty={w.followsNone}
          options={others.map((each) => ({ value: each.key, label: plain(each.doc.title, view) }))}
          optional
        />
        <Parts view={view} shown={shown} kind="area" known={plan?.doc.areas ?? []} />
        <Parts view={view} shown={shown} kind="goal" known={plan?.doc.goals ?? []} />
        <Disclosure summary={w.targets} open={(plan?.doc.targets.length ?? 0) > 0}>
          <p>{w.targetsHint}</p>
          {groups.map(({ key, label }) => (
            <TextField
              {...at(view, shown, `target.${key}`)}
              label={plain(label, view)}
              value={String(plan?.doc.targets.find((each) => each.group === key)?.agendas ?? '')}
              inputmode="numeric"
              width="short"
              optional
            />
          ))}
        </Disclosure>
      </Form>
    </Page>
  )
}

type Field = { view: View; shown: Shown; name: string }

const Year = ({ view, shown, name, ...rest }: Field & { label: string; value: number | undefined }) => (
  <TextField
    {...at(view, shown, name)}
    label={rest.label}
    value={String(rest.value ?? '')}
    inputmode="numeric"
    width="short"
  />
)

/** One field in each of the city's languages; one of them is enough. */
export const InLanguages = (
  props: Field & {
    label(language: string): string
    value: Localized | undefined
    optional?: boolean
    rows?: number
  },
) => (
  <>
    {props.view.languages.map((lang, index) => {
      const field = {
        ...at(props.view, props.shown, `${props.name}.${lang}`),
        label: props.label(languageName(lang, props.view.lang)),
        value: props.value?.[lang] ?? '',
        lang,
        optional: props.optional || index > 0,
      }
      return props.rows ? (
        <TextArea {...field} rows={props.rows} max={4000} />
      ) : (
        <TextField {...field} max={300} />
      )
    })}
  </>
)

/** Goals or areas, those that there are and some more; the rest of the numbers wait. */
const Parts = (props: {
  view: View
  shown: Shown
  kind: 'goal' | 'area'
  known: readonly { key: string; title: Localized }[]
}) => {
  const { view, shown, kind, known } = props
  const w = words(view).desk
  const last = Math.max(0, ...known.map((each) => Number(each.key.split('-').at(-1)) || 0))
  const begun = partNumbers.filter((no) => no <= last + 3)
  const block = (no: number) => (
    <div class="columns">
      <InLanguages
        view={view}
        shown={shown}
        name={`${kind}${no}`}
        label={(language) => w.inLanguage(w[kind](no), language)}
        value={known.find((each) => each.key === `${kind}-${no}`)?.title}
        optional={kind === 'goal' || no > 1}
      />
    </div>
  )
  const more = partNumbers.filter((no) => no > last + 3)
  return (
    <Fieldset legend={kind === 'goal' ? words(view).goals : words(view).desk.areas} hint={w.partsHint}>
      {begun.map(block)}
      {more.length > 0 && <Disclosure summary={w.more}>{more.map(block)}</Disclosure>}
    </Fieldset>
  )
}
