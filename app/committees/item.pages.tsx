import { blank } from '#kit/form.ts'
import { Fieldset, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { choices, deskCrumbs, JustDone } from './desk.parts.tsx'
import { labelsOf } from './parts.tsx'
import type { DeskOfSitting } from './sitting.desk.pages.tsx'
import { type Item, interests, mayVoteOn, outcomes, recusals } from './sitting.ts'
import { words } from './words.ts'

type ItemDesk = DeskOfSitting & { item: Item; bodies: readonly { value: string; label: string }[] }

/** One item: who keeps out of it, and what was decided. */
export const ItemDeskPage = (props: ItemDesk) => {
  const { view, committee, sitting, item } = props
  const w = words(view)
  const path = `/desk/committees/${committee.key}/sittings/${sitting.no}/items/${item.no}`
  const open = !sitting.cancelledAt && !sitting.published && !item.decidedAt
  const forms = [...(open ? ['recusal'] : []), ...(open && sitting.attendance ? ['decision'] : [])]
  return (
    <Page
      view={view}
      shown={props.shown}
      title={`${w.item(item.no)}: ${item.title}`}
      heading={
        <>
          {w.item(item.no)}: <span lang={item.lang}>{item.title}</span>
        </>
      }
      breadcrumbs={[
        ...deskCrumbs(view, committee.key, props.name),
        {
          href: href(view, `/desk/committees/${committee.key}/sittings/${sitting.no}`),
          label: w.sittingNo(sitting.no),
        },
      ]}
      noindex
    >
      <JustDone view={view} />
      {!forms.includes(props.sent) && <ErrorSummary view={view} problems={props.shown.problems} />}
      <Recused {...props} />
      {forms.includes('decision') && <DecisionForm {...props} path={path} />}
      {open && !sitting.attendance && <p>{view.tell('committees.no-attendance')}</p>}
      {forms.includes('recusal') && <RecusalForm {...props} path={path} />}
      {item.outcome && (
        <p>
          <strong>{w.outcomes[item.outcome]}</strong>{' '}
          {item.votes && w.votes(item.votes.for, item.votes.against, item.votes.abstain)}
        </p>
      )}
    </Page>
  )
}

const Recused = ({ view, members, item }: ItemDesk) => {
  const w = words(view)
  const labels = labelsOf(view, members)
  if (item.recusals.length === 0) return null
  return (
    <DescriptionList
      items={item.recusals.map((each) => ({
        term: w.recused,
        is: `${labels.get(each.member)} (${w.recusals[each.kind]}: ${w.interests[each.interest]})`,
      }))}
    />
  )
}

const DecisionForm = (props: ItemDesk & { path: string }) => {
  const { view, sent, bodies, path } = props
  const w = words(view)
  const shown = sent === 'decision' ? props.shown : blank
  return (
    <section class="flow">
      <h2>{w.desk.decide}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/decision`)}
        submit={w.desk.decide}
        draft={`decision-${path}`}
      >
        <Radios
          {...at(view, shown, 'outcome')}
          label={w.desk.outcome}
          options={choices(outcomes, w.outcomes)}
          inline
        />
        <TextArea {...at(view, shown, 'decision')} label={w.desk.decisionText} max={10_000} rows={4} />
        <Votes {...props} shown={shown} />
        <Select
          {...at(view, shown, 'recommendedTo')}
          label={w.desk.recommendTo}
          options={bodies}
          empty={w.desk.noRecommend}
          optional
        />
      </Form>
    </section>
  )
}

/** By numbers, or by name. */
const Votes = ({ view, shown, sitting, members, item }: ItemDesk) => {
  const w = words(view)
  const labels = labelsOf(view, members)
  const ballots = choices(['for', 'against', 'abstain'] as const, w.ballots)
  const count = { inputmode: 'numeric', width: 'short', optional: true } as const
  return (
    <>
      <TextField {...at(view, shown, 'for')} label={w.desk.inFavour} {...count} />
      <TextField {...at(view, shown, 'against')} label={w.desk.against} {...count} />
      <TextField {...at(view, shown, 'abstain')} label={w.desk.abstain} {...count} />
      <Fieldset legend={w.desk.named} hint={w.desk.namedHint}>
        {mayVoteOn(sitting, item).map((member) => (
          <Radios
            {...at(view, shown, `vote-${member}`)}
            label={labels.get(member) ?? member}
            options={ballots}
            inline
            optional
          />
        ))}
      </Fieldset>
    </>
  )
}

const RecusalForm = ({ view, sent, shown: typed, members, path }: ItemDesk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'recusal' ? typed : blank
  const labels = labelsOf(view, members)
  return (
    <section class="flow">
      <h2>{w.desk.recuse}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/recusals`)}
        submit={w.desk.recuse}
        kind="secondary"
      >
        <Select
          {...at(view, shown, 'member')}
          label={w.member}
          options={members.map(({ ref }) => ({ value: ref, label: labels.get(ref) ?? ref }))}
          empty="–"
        />
        <Radios
          {...at(view, shown, 'kind')}
          label={w.desk.recusalKind}
          options={choices(recusals, w.recusals)}
          inline
        />
        <Select
          {...at(view, shown, 'interest')}
          label={w.desk.interest}
          options={choices(interests, w.interests)}
          empty="–"
        />
      </Form>
    </section>
  )
}
