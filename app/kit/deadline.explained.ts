import type { Holiday } from './calendar.ts'
import { dayInFull, days } from './dates.ts'
import type { Step } from './deadline.ts'
import type { Day } from './time.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { type Lang, type Localized, type Said, say, wordsIn } from './words.ts'

const words = wordsIn({ en, ko })

/** Stands in no text that people write. */
const mark = '\u2063'

/** Who reads, and which languages to fall back on. A `View` is one. */
export type Reader = { lang: Lang; languages: readonly Lang[] }

/** A sentence in parts: words of the city for the reader, and words of people in a language of their own. */
export type Parts = readonly (string | { text: string; lang: Lang })[]

/** The derivation of a deadline in sentences, one for each step. `provision` names the law as people know it. */
export function explain(
  steps: readonly Step[],
  reader: Reader,
  provision: (key: string) => string = (key) => key,
): Parts[] {
  const w = words(reader).deadline
  const on = (day: Day) => dayInFull(day, reader.lang)
  const text = (said: Localized) => say(said, reader.lang, reader.languages).text
  const foreign: Said[] = []
  return steps.map((step) =>
    sentence(step)
      .split(mark)
      .map((part, i) => (i % 2 === 0 ? part : foreign[Number(part)]!)),
  )

  /** A reason as somebody wrote it, to be told apart again where it is in another language. */
  function told(reason: Localized): string {
    const said = say(reason, reader.lang, reader.languages)
    return said.fallback ? `${mark}${foreign.push(said) - 1}${mark}` : said.text
  }

  function sentence(step: Step): string {
    switch (step.kind) {
      case 'start':
        return w.start(on(step.day), step.counts, provision(step.provision))
      case 'length':
        return w.length(w.units[step.length.unit](step.length.value), on(step.lastDay), named(step.holidays))
      case 'extension': {
        const { by, byWhom, reason, on: granted } = step.extension
        return w.extension(
          on(granted),
          text(byWhom),
          w.units[by.unit](by.value),
          told(reason),
          on(step.lastDay),
        )
      }
      case 'pause':
        return step.pause.to
          ? w.pause(
              period(step.pause.from, step.pause.to, reader.lang),
              told(step.pause.reason),
              step.lastDay && on(step.lastDay),
            )
          : w.stillPaused(on(step.pause.from), told(step.pause.reason))
      case 'moved':
        return w.moved(on(step.from), reasonOf(step.holiday), step.lastDay && on(step.lastDay))
      case 'stays':
        return w.stays(on(step.from), reasonOf(step.holiday))
      case 'declared':
        return w.declared(on(step.on), named(step.holidays), on(step.otherwise))
      case 'due':
        return w.due(on(step.lastDay))
    }
  }

  function named(holidays: readonly Holiday[]): string[] {
    return [...new Set(holidays.map(({ name }) => text(name)))]
  }

  function reasonOf(holiday: Holiday | undefined): string | undefined {
    return holiday && text(holiday.name)
  }
}

const period = (from: Day, to: Day, lang: Lang) => ({
  dates: days(from, to, lang),
  count: from.until(to).days + 1,
})
