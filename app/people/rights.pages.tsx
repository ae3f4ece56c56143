import { blank, type Shown, typedIn } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { PostButton } from '#ui/buttons.tsx'
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Moment, PersonText } from '#ui/text.tsx'
import { type Purpose, purposes, version } from './consent.ts'
import { MyPage } from './me.pages.tsx'
import { words } from './words.ts'

type Given = {
  purpose: string
  version: string
  given: string
  givenAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
}

export const ConsentsPage = (props: { view: View; consents: readonly Given[]; shown?: Shown }) => {
  const { view, consents, shown = blank } = props
  const w = words(view).consents
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <ErrorSummary view={view} problems={shown.problems} />
      {purposes.map((purpose) => (
        <ConsentPart
          view={view}
          purpose={purpose}
          given={consents.filter((each) => each.purpose === purpose)}
        />
      ))}
    </MyPage>
  )
}

const ConsentPart = ({ view, purpose, given }: { view: View; purpose: Purpose; given: readonly Given[] }) => {
  const w = words(view).consents
  const stands = given.find((each) => !each.withdrawnAt && each.version === version)
  return (
    <section>
      <h2>{w.of[purpose].label}</h2>
      <p>{w.of[purpose].text}</p>
      <ul class="meta">
        {given.map((each) => (
          <li>
            {w.by[each.given as keyof typeof w.by]} · {w.version(each.version)} ·{' '}
            <Moment view={view} at={each.givenAt} />
            {each.withdrawnAt && (
              <>
                {' '}
                · {w.withdrawn} <Moment view={view} at={each.withdrawnAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      {purpose === 'account' && stands ? (
        <p>
          <a href={href(view, '/me/closing')}>{w.closeInstead}</a>
        </p>
      ) : (
        <PostButton
          view={view}
          action={href(view, stands ? '/me/consents/withdrawal' : '/me/consents')}
          kind="secondary"
          fields={{ purpose }}
        >
          {stands ? w.withdraw : w.agree}
        </PostButton>
      )}
    </section>
  )
}

export const ClosingPage = ({ view, shown = blank }: { view: View; shown?: Shown }) => {
  const w = words(view).closing
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <h2>{w.goes}</h2>
      <ul>
        {w.goesList.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>{w.stays}</h2>
      <ul>
        {w.staysList.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <Form
        view={view}
        action={href(view, '/me/closing')}
        submit={w.submit}
        kind="danger"
        shown={shown}
        cancel={{ href: href(view, '/me'), label: w.cancel }}
      >
        <TextField {...at(view, shown, 'sure')} label={w.sure(w.word)} width="medium" />
      </Form>
    </MyPage>
  )
}

type Helped = {
  id: number
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  objectedAt: Temporal.Instant | null
  answer: string | null
  answeredAt: Temporal.Instant | null
  done: readonly { what: string; at: Temporal.Instant }[]
}

/** What clerks did in one's name. */
export const AssistancePage = (props: { view: View; assistances: readonly Helped[]; shown?: Shown }) => {
  const { view, shown = blank } = props
  const w = words(view).assistance
  const own = (id: number) => (typedIn(shown, 'id') === String(id) ? shown : blank)
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      {props.assistances.length === 0 && <p class="muted">{w.none}</p>}
      {props.assistances.map((each) => (
        <section>
          <h2>
            <Moment view={view} at={each.startedAt} />
          </h2>
          <StructuredList
            level={3}
            empty={<p class="muted">{w.nothingDone}</p>}
            items={each.done.map(({ what, at }) => ({
              title: view.tell(what),
              meta: [<Moment view={view} at={at} />],
            }))}
          />
          {each.objectedAt ? (
            <>
              <p>
                {w.objected} <Moment view={view} at={each.objectedAt} />
              </p>
              {each.answeredAt ? (
                <PersonText
                  text={each.answer ?? ''}
                  lang="und"
                  by={
                    <>
                      {w.answered} <Moment view={view} at={each.answeredAt} />
                    </>
                  }
                />
              ) : (
                <p class="muted">{w.unanswered}</p>
              )}
            </>
          ) : (
            <Form
              view={view}
              action={href(view, '/me/assistance/objection')}
              submit={w.object}
              kind="secondary"
              shown={own(each.id)}
            >
              <TextArea
                {...at(view, own(each.id), 'text')}
                id={`text-${each.id}`}
                label={w.objection}
                hint={w.objectionHint}
                max={2000}
              />
              <HiddenField name="id" value={String(each.id)} />
            </Form>
          )}
        </section>
      ))}
    </MyPage>
  )
}
