import type { Child } from 'hono/jsx'
import * as dates from '#kit/dates.ts'
import type { Parts } from '#kit/deadline.explained.ts'
import { madeOnce } from '#kit/made-once.ts'
import { type Amount, money } from '#kit/money.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Lang, Said } from '#kit/words.ts'
import type { Examples } from './example.ts'
import { still } from './still.ts'
import { type Seen, words } from './words.ts'

/** A text of the city; where it is in another language than the reader's, it says so. */
export const SaidText = ({ view, said }: { view: Seen; said: Said }) =>
  said.fallback ? (
    <>
      <span lang={said.lang}>{said.text}</span>{' '}
      <small class="original">{words(view).originals(languageName(said.lang, view.lang))}</small>
    </>
  ) : (
    said.text
  )

/** The name of a language, in that language or another. */
export const languageName = madeOnce(
  (lang: Lang, inLang: Lang = lang): string =>
    new Intl.DisplayNames([inLang], { type: 'language' }).of(lang) ?? lang,
)

/** What a person wrote, in their language and their paragraphs. */
export const PersonText = (props: { text: string; lang: Lang; by?: Child }) => (
  <div class="person-text">
    <div lang={props.lang}>
      {props.text.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph.trim()}</p>
      ))}
    </div>
    {props.by && <p class="by">{props.by}</p>}
  </div>
)

type Paragraph = { number?: string; text: string; items?: readonly string[] }

/** An article set as in a printed statute: the number in the margin, paragraphs and items beside it. */
export const LawText = (props: {
  number: Child
  title: Child
  lang: Lang
  paragraphs: readonly Paragraph[]
  chapter?: number | undefined
  level?: 2 | 3
  id?: string
}) => {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section class={`law ${accent(props.chapter)}`} lang={props.lang} id={props.id}>
      <Heading class="law-heading">
        <span class="law-number">{props.number}</span> <span>{props.title}</span>
      </Heading>
      <div class="law-body">
        {props.paragraphs.map(({ number, text, items }) => (
          <>
            <p>
              {number && <span class="law-paragraph">{number}</span>} {text}
            </p>
            {items && (
              <ol>
                {items.map((item) => (
                  <li>{item}</li>
                ))}
              </ol>
            )}
          </>
        ))}
      </div>
    </section>
  )
}

/** The class that gives a thing the colour of its chapter; more chapters than colours begin again. */
export const accent = (chapter: number | undefined): string =>
  chapter === undefined ? 'plain' : `a${((chapter - 1) % 5) + 1}`

/** A sentence with somebody's name or words in it, which are in their own language and may run the other way. */
export const WithName = (props: { says: (name: string) => string; name: string; lang?: Lang }) => {
  const [before, after] = props.says(place).split(place)
  return (
    <>
      {before}
      <bdi lang={props.lang}>{props.name}</bdi>
      {after}
    </>
  )
}

const place = '\u2063'

/** A sentence of the city in which somebody's words stand in a language of their own. */
export const InParts = ({ parts }: { parts: Parts }) => (
  <>{parts.map((each) => (typeof each === 'string' ? each : <bdi lang={each.lang}>{each.text}</bdi>))}</>
)

export const Quote = (props: { children: Child; cite?: Child; lang?: Lang }) => (
  <figure class="quote">
    <blockquote lang={props.lang}>{props.children}</blockquote>
    {props.cite && <figcaption>{props.cite}</figcaption>}
  </figure>
)

/** A date as it is written in the reader's language, which programs read too. */
export const DayText = ({ view, day }: { view: Seen; day: Day }) => (
  <DrawnDay lang={view.lang} on={day.toString()} />
)

const DrawnDay = still(({ lang, on }: Seen & { on: string }) => (
  <time datetime={on}>{dates.day(Temporal.PlainDate.from(on), lang)}</time>
))

/** A date as a city's files give it, and no more of it than is known: the year, the month, or the day. */
export const DayBy = (props: { view: Seen; on: string; precision: dates.Precision }) => (
  <time datetime={props.on.slice(0, { year: 4, month: 7, day: 10 }[props.precision])}>
    {dates.dayBy(Temporal.PlainDate.from(props.on), props.precision, props.view.lang)}
  </time>
)

/** A moment by the city's clocks. */
export const Moment = ({ view, at }: { view: Pick<View, 'lang' | 'timeZone'>; at: Instant }) => (
  <time datetime={dates.datetime(at, view.timeZone)}>{dates.instant(at, view.lang, view.timeZone)}</time>
)

/** A link that somebody gave; only to the web, and never more than its text otherwise. */
export const WebLink = ({ href, children }: { href: string; children?: Child }) =>
  /^https?:\/\//i.test(href) && URL.canParse(href) ? (
    <a href={href} rel="noreferrer nofollow ugc">
      {children ?? new URL(href).host}
    </a>
  ) : (
    (children ?? href)
  )

/** An amount, in the smallest unit of its currency, as it is written in the reader's language. */
export const Money = (props: { view: Seen; amount: Amount; currency: string }) => (
  <span class="money">{money(props.amount, props.currency, props.view.lang)}</span>
)

export const ScreenOnly = (props: { children: Child }) => <span class="screen-only">{props.children}</span>
export const PrintOnly = (props: { children: Child }) => <div class="print-only">{props.children}</div>
export const NotPrinted = (props: { children: Child }) => <div class="not-printed">{props.children}</div>

export const examples: Examples = {
  'a name in a sentence': (_, s) => (
    <p>
      <WithName says={(name) => s(`${name} 님의 화면`, `${name}: my page`)} name="سورا" />
    </p>
  ),
  'a reason in a sentence': (view, s) => (
    <p>
      <InParts
        parts={[
          s('기한이 멈추어 있습니다. 사유: ', 'The clock stands still. Reason: '),
          { text: s('Waiting for the map', '지도를 기다립니다'), lang: view.lang === 'ko' ? 'en' : 'ko' },
        ]}
      />
    </p>
  ),
  'said, and said in another language': (view, s) => (
    <ul>
      <li>
        <SaidText
          view={view}
          said={{ text: s('시민인권위원회', 'Civil Committee'), lang: view.lang, fallback: false }}
        />
      </li>
      <li>
        <SaidText
          view={view}
          said={{
            text: s('Charter for the Right to the City', '마을인권위원회'),
            lang: view.lang === 'ko' ? 'en' : 'ko',
            fallback: true,
          }}
        />
      </li>
    </ul>
  ),
  'a person’s text': (view, s) => (
    <PersonText
      text={s(
        '정류장 앞 턱이 높아서 휠체어로는 버스에 오를 수 없습니다.\n\n비가 오면 더 미끄럽습니다.',
        'The kerb at the stop is too high to board with a wheelchair.\n\nIt is worse in the rain.',
      )}
      lang={view.lang}
      by={s('유나', 'Yuna')}
    />
  ),
  'an article': (view, s) => (
    <LawText
      number={s('제11조', 'Article 11')}
      title={s('차별 없이 살 권리 (예시)', 'Right to live without discrimination (example)')}
      lang={view.lang}
      chapter={3}
      paragraphs={[
        {
          number: '①',
          text: s(
            '모든 시민은 도시의 시설을 차별 없이 이용한다.',
            'Everyone uses the facilities of the city without discrimination.',
          ),
        },
        {
          number: '②',
          text: s('시는 다음 각 호의 일을 한다.', 'The city does the following.'),
          items: [
            s('문턱을 없애는 일', 'removing thresholds'),
            s('이동을 돕는 일', 'helping people to get about'),
          ],
        },
      ]}
    />
  ),
  quote: (view, s) => (
    <Quote lang={view.lang} cite={s('소라, 주민', 'Sora, resident')}>
      <p>{s('우리는 손님이 아니라 이웃입니다.', 'We are not guests, we are neighbours.')}</p>
    </Quote>
  ),
  'days and moments': (view) => (
    <p>
      <DayText view={view} day={Temporal.PlainDate.from('2026-11-21')} /> /{' '}
      <Moment view={view} at={Temporal.Instant.from('2026-11-21T05:30:00Z')} />
    </p>
  ),
  money: (view) => (
    <p>
      <Money view={view} amount={2_340_000_000} currency="KRW" /> ·{' '}
      <Money view={view} amount={12_345} currency="KRW" /> ·{' '}
      <Money view={view} amount={4_800_050} currency="EUR" />
    </p>
  ),
  'on paper and aloud': (_, s) => (
    <div>
      <PrintOnly>{s('종이에만 보입니다.', 'Only on paper.')}</PrintOnly>
      <NotPrinted>{s('종이에는 보이지 않습니다.', 'Not on paper.')}</NotPrinted>
      <p>
        4 <ScreenOnly>{s('건의 약속', 'commitments')}</ScreenOnly>
      </p>
    </div>
  ),
  links: () => (
    <p>
      <WebLink href="https://example.org/minutes.pdf" /> · <WebLink href="ftp://example.org/minutes" />
    </p>
  ),
}
