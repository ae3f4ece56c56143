import { day as dayText } from '#kit/dates.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { PersonText } from '#ui/text.tsx'
import type { Desk } from './desk.data.ts'
import type { Doable, Step } from './desk.rights.ts'
import { langOf, plainTitle } from './parts.tsx'
import type { DeskWords } from './words.desk.en.ts'
import { words } from './words.desk.ts'

export const addressOf = (id: number, { step, part }: Doable): string =>
  `/desk/petitions/${id}/${step}${part ? `/${part}` : ''}`

/** The way back from a page of the desk. */
export const crumbs = (view: View, desk?: Desk) => [
  { href: href(view, '/desk'), label: words(view).desk.home },
  { href: href(view, '/desk/petitions'), label: words(view).desk.title },
  ...(desk
    ? [
        {
          href: href(view, `/desk/petitions/${desk.id}`),
          label: plainTitle(view, desk.course.whole.petition),
          lang: langOf(view, desk.course.whole.petition),
        },
      ]
    : []),
]

/** Says that what was sent has been done, on the page that follows. */
export type Done = keyof DeskWords['desk']['done']

export const JustDone = ({ view }: { view: View }) => {
  const done: Record<string, string> = words(view).desk.done
  const said = done[new URLSearchParams(view.query).get('done') ?? '']
  return said ? <Notice view={view} kind="success" title={said} /> : null
}

/** The petition once more, for whoever writes about it. */
export const Again = ({ view, desk }: { view: View; desk: Desk }) => {
  const { petition } = desk.course.whole
  return (
    <Disclosure summary={words(view).desk.answering.read}>
      <PersonText text={petition.text} lang={petition.lang} />
    </Disclosure>
  )
}

/** What a step is called; where there may be several, by which of them it is. */
export function titleOf(view: View, desk: Desk, { step, part }: Doable): string {
  const w = words(view).desk
  const { hearings, objections } = desk.course.whole
  const hearing = hearings.find(({ id }) => id === part)
  const day = hearing ? dayText(dayAt(hearing.startsAt, view.timeZone), view.lang) : ''
  const against = objections.find(({ id }) => id === part)
  const titles: Record<Step, string> = {
    answer: w.answer,
    transfer: w.transfer,
    merger: w.merge,
    subjects: w.sort,
    pause: w.pause,
    resumption: w.resume,
    extension: w.extend,
    hearing: w.hearing,
    cancellation: w.callOff(day),
    report: w.report(day),
    mediation: w.mediate,
    agreement: w.closeMediation,
    lane: w.lane,
    agenda: w.agenda,
    objection: against?.answer === null ? w.objection.lane : w.objection.answer,
    review: w.review,
    hiding: w.hide,
    appeal: w.appeal,
  }
  return titles[step]
}

export const submits = (w: ReturnType<typeof words>['desk']): Record<Step, string> => ({
  answer: w.answering.send,
  transfer: w.transferSend,
  merger: w.mergeSend,
  subjects: w.sortSend,
  pause: w.pauseSend,
  resumption: w.resume,
  extension: w.extendSend,
  hearing: w.hearingSend,
  cancellation: w.callOffSend,
  report: w.reportSend,
  mediation: w.mediateSend,
  agreement: w.closeSend,
  lane: w.laneSend,
  agenda: w.agendaSend,
  objection: w.decide,
  review: w.reviewSend,
  hiding: w.hideSend,
  appeal: w.decide,
})
