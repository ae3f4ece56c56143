import { raw } from 'hono/html'
import { type Child, Fragment } from 'hono/jsx'
import { blank, type Problem, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Button, type ButtonKind, ButtonRow } from './buttons.tsx'
import type { Examples, Say } from './example.ts'
import {
  Checkbox,
  Checkboxes,
  DateField,
  Fieldset,
  FileField,
  Radios,
  Select,
  TextArea,
  TextField,
} from './fields.tsx'
import { Icon } from './icons.tsx'
import { Notice } from './notices.tsx'
import { words } from './words.ts'

/**
 * A form that keeps what was typed: shown again with what to mend, and, with a `draft` key,
 * kept on the reader's device until it has been sent.
 */
export const Form = (props: {
  view: View
  action: string
  submit: string
  children: Child
  shown?: Shown
  draft?: string
  upload?: boolean
  cancel?: { href: string; label: string }
  kind?: ButtonKind
  /** Leaves the focus where it is, though there is something to mend. */
  still?: boolean
}) => {
  const { view, shown = blank } = props
  const w = words(view).form
  const fields = String(Fragment({ children: props.children }))
  return (
    <>
      {shown.kept && <Notice view={view}>{w.waited}</Notice>}
      <ErrorSummary
        view={view}
        problems={shown.problems}
        labels={labelsIn(fields)}
        still={props.still ?? false}
      />
      <form
        class="form"
        method="post"
        action={props.action}
        enctype={props.upload ? 'multipart/form-data' : undefined}
        novalidate
        data-once=""
        data-draft={props.draft}
        data-fresh={isFresh(shown) ? '' : undefined}
        data-restored={w.restored}
        data-forget={w.forget}
        data-offline={w.offline}
        data-sending={w.sending}
      >
        <input type="hidden" name="_csrf" value={view.csrf} />
        <div class="form-note" role="status"></div>
        {raw(fields)}
        <ButtonRow>
          <Button kind={props.kind}>{props.submit}</Button>
          {props.cancel && <a href={props.cancel.href}>{props.cancel.label}</a>}
        </ButtonRow>
      </form>
    </>
  )
}

/** What is to be mended, first on the page and in focus, each leading to its field. */
export const ErrorSummary = (props: {
  view: View
  problems: readonly Problem[]
  /** What the fields are called, as HTML. */
  labels?: ReadonlyMap<string, string>
  still?: boolean
}) => {
  const { view, problems, labels } = props
  if (problems.length === 0) return null
  const w = words(view).form
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex={-1}
      autofocus={!props.still}
      aria-labelledby="error-summary"
    >
      <h2 id="error-summary">
        <Icon name="error" /> {w.problems(problems.length)}
      </h2>
      <ul>
        {problems.map(({ field, code, facts }) => {
          const text = view.tell(code, facts)
          if (!field) return <li>{text}</li>
          const label = labels?.get(field)
          return (
            <li>
              <a href={`#${field}`}>
                {label && <>{raw(label)}: </>}
                {text}
              </a>
            </li>
          )
        })}
      </ul>
      <p>{w.kept}</p>
    </div>
  )
}

/** What each field is called. The summary stands before the fields, which may lie in any parts of the page's own. */
function labelsIn(fields: string): Map<string, string> {
  const labels = [...fields.matchAll(/<label[^>]* for="([^"]+)"[^>]*>(?:<span[^>]*>)?([^<]*)/g)]
  const legends = [...fields.matchAll(/<legend[^>]*>([^<]*)<.*?<input[^>]* id="([^"]+)"/gs)]
  const named = [...labels.map(([, id, text]) => [id, text]), ...legends.map(([, text, id]) => [id, text])]
  return new Map(named.map(([id = '', text = '']) => [id, text.trim().replace(/\.$/, '')]))
}

/** What a field needs of a form as it is shown; to be spread into the field. */
export function at(view: View, shown: Shown, name: string) {
  const problem = shown.problems.find((each) => each.field === name)
  return {
    view,
    name,
    ...(!isFresh(shown) && { typed: [shown.typed[name] ?? []].flat() }),
    ...(problem && { error: view.tell(problem.code, problem.facts) }),
  }
}

const isFresh = (shown: Shown) => shown.problems.length === 0 && Object.keys(shown.typed).length === 0

const subjects = (s: Say) => [
  { value: 'street', label: s('길과 보행', 'Streets and walking') },
  { value: 'bus', label: s('버스와 지하철', 'Bus and metro'), hint: s('정류장도 포함됩니다.', 'Stops too.') },
]

const wrong = (s: Say): Shown => ({
  typed: { 'mend-title': s('버스', 'Bus'), 'mend-days': ['tue'] },
  problems: [
    { field: 'mend-title', code: 'form.too-short', facts: { least: 5 } },
    { field: 'mend-for', code: 'form.missing', facts: {} },
  ],
})

export const examples: Examples = {
  'a form': (view, s) => (
    <Form
      view={view}
      action="#"
      submit={s('제안 올리기', 'Send the proposal')}
      draft="gallery"
      cancel={{ href: '#', label: s('그만두기', 'Cancel') }}
    >
      <TextField view={view} name="title" label={s('제목', 'Title')} max={80} />
      <TextArea
        view={view}
        name="body"
        label={s('무엇이 왜 필요한가요?', 'What is needed, and why?')}
        hint={s('개인정보는 쓰지 마세요.', 'Please leave out personal data.')}
        max={1000}
      />
      <Select
        view={view}
        name="where"
        label={s('어느 구인가요?', 'Which district?')}
        empty={s('시 전체', 'The whole city')}
        options={[
          { value: 'east', label: s('강 북쪽', 'North of the river') },
          { value: 'west', label: s('강 남쪽', 'South of the river') },
        ]}
        optional
      />
      <Radios
        view={view}
        name="about"
        label={s('무엇에 관한 것인가요?', 'What is it about?')}
        options={subjects(s)}
      />
    </Form>
  ),
  'a form with all the rest': (view, s) => (
    <Form view={view} action="#" submit={s('보내기', 'Send')} upload>
      <Checkboxes
        view={view}
        name="tell"
        label={s('어떻게 알려 드릴까요?', 'How shall we tell you?')}
        value={['mail']}
        optional
        options={[
          { value: 'mail', label: s('이메일', 'E-mail') },
          { value: 'letter', label: s('우편', 'Letter') },
        ]}
      />
      <Fieldset legend={s('언제, 어디서', 'When and where')}>
        <DateField view={view} name="seen" label={s('본 날', 'Seen on')} optional />
        <TextField
          view={view}
          name="phone"
          type="tel"
          width="medium"
          label={s('전화번호', 'Telephone')}
          optional
          sensitive
        />
      </Fieldset>
      <FileField view={view} name="photo" label={s('사진', 'Photo')} accept="image/*" maxMb={10} optional />
      <Checkbox
        view={view}
        name="consent"
        label={s('처리 방침을 읽었습니다.', 'I have read how my data are used.')}
      />
    </Form>
  ),
  'shown again with what to mend': (view, s) => (
    <Form view={view} action="#" submit={s('다시 보내기', 'Send again')} shown={wrong(s)} still>
      <TextField
        {...at(view, wrong(s), 'mend-title')}
        label={s('제목', 'Title')}
        hint={s('다섯 글자 이상', 'Five characters or more')}
      />
      <Radios
        {...at(view, wrong(s), 'mend-for')}
        label={s('누구를 위한 것인가요?', 'Whom is it for?')}
        options={subjects(s)}
        inline
      />
      <Checkboxes
        {...at(view, wrong(s), 'mend-days')}
        label={s('언제 올 수 있나요?', 'When can you come?')}
        value={['mon']}
        options={[
          { value: 'mon', label: s('월요일', 'Monday') },
          { value: 'tue', label: s('화요일', 'Tuesday') },
        ]}
      />
    </Form>
  ),
}
