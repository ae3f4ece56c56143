import { day } from '#kit/dates.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Sentences } from '#kit/room.ts'
import { some } from './some.ts'
import { rules } from './words.rules.en.ts'

/** A day of an entry, `2026-12-10`, as people write it. */
const on = (fact: Facts[string] | undefined) => day(Temporal.PlainDate.from(String(fact)), 'en')

const answered = {
  accepted: 'The recommendation was accepted.',
  'in-part': 'The recommendation was accepted in part.',
  declined: 'The recommendation was declined.',
}

/** What the record and refusals say of committees. */
export const sentences = {
  'room.committees': 'Committee',
  'committees.rules-added': 'The rules of this committee were entered.',
  'committees.rules-changed': 'The rules of this committee were changed.',
  'committees.rules-withdrawn': 'The rules of this committee were taken out. Their history stays.',
  'committees.member-proposed': 'A member was proposed.',
  'committees.proposal-withdrawn': 'A proposal was taken back.',
  'committees.member-appointed': ({ until }) => `A member was appointed until ${on(until)}.`,
  'committees.member-left': (facts) => `A member left, last day ${on(facts.on)}.`,
  'committees.members-counted': ({ members }) =>
    `The composition was counted (${some(Number(members), 'member', 'members')}).`,
  'committees.name-shown': 'A member is shown by name from now on.',
  'committees.name-hidden': 'A member is shown by the seat only from now on.',
  'committees.answer-kept': 'A member answered what they wished to say of themselves.',
  'committees.waiver-granted': ({ rule, decidedBy, until }) =>
    `Exception until ${on(until)}, decided by ${decidedBy}: ${rules[rule as keyof typeof rules] ?? rule}.`,
  'committees.sitting-called': (facts) => `Sitting called for ${on(facts.on)}.`,
  'committees.item-added': ({ item }) => `Item ${item} was put on the agenda.`,
  'committees.papers-sent': 'The papers were sent out.',
  'committees.sitting-cancelled': 'The sitting was called off.',
  'committees.attendance-recorded': ({ present, members }) =>
    `${present} of ${members} members were present.`,
  'committees.member-recused': ({ item }) => `A member was kept out of item ${item}.`,
  'committees.item-decided': ({ item }) => `Item ${item} was decided.`,
  'committees.recommended': ({ item }) => `Item ${item} was decided as a recommendation.`,
  'committees.recommendation-made': 'The recommendation was made.',
  'committees.recommendation-answered': ({ answer }) => answered[answer as keyof typeof answered],
  'committees.minutes-published': 'The minutes were published.',
  'committees.no-such-seat': 'Please choose one of the committee’s seats.',
  'committees.ends-before': 'The last day must not be before the first.',
  'committees.nobody-named': 'Please choose a person, or give the name of somebody new.',
  'committees.already-member':
    'This person is a member of the committee, or proposed for it, in that time already.',
  'committees.not-proposed': 'This proposal has been decided already.',
  'committees.seat-taken':
    'Somebody else has been appointed to this seat meanwhile, and it has no place left.',
  'committees.gate': ({ rule }) =>
    `This appointment would break a rule that allows no exception: ${rules[rule as keyof typeof rules] ?? rule}.`,
  'committees.needs-waiver': ({ rule }) =>
    `This appointment would break a rule. Please say why, who decided it and until when: ${rules[rule as keyof typeof rules] ?? rule}.`,
  'committees.waiver-ended': 'The exception must last until the appointment takes effect, or longer.',
  'committees.not-in-office': 'Please give a day on which this person is a member.',
  'committees.in-the-past': 'A sitting is called for a day that is still to come.',
  'committees.short-notice': ({ days }) =>
    `Members must be told ${some(Number(days), 'day', 'days')} before. If it cannot wait, please say why.`,
  'committees.too-few-demands': ({ needed }) =>
    `It takes at least ${some(Number(needed), 'member', 'members')} to demand this.`,
  'committees.papers-sent-already': 'The papers have gone out already.',
  'committees.was-held': 'This sitting was held and can no longer be called off.',
  'committees.has-begun': 'This sitting has begun already. Choose one that is still to come.',
  'committees.not-begun': 'The sitting has not begun yet.',
  'committees.cancelled': 'This sitting was called off.',
  'committees.minutes-stand': 'The minutes are published, so this sitting stands as it is.',
  'committees.no-attendance': 'Please write down first who was there.',
  'committees.already-decided': 'This item has been decided already.',
  'committees.no-quorum': ({ present, needed }) =>
    `Too few members may vote on this item: ${present} where ${needed} are needed. It can only be deferred.`,
  'committees.too-many-votes': ({ cast, voters }) =>
    `${cast} votes are more than the ${voters} members who may vote on this item.`,
  'committees.not-carried': ({ inFavour, needed }) =>
    `${inFavour} votes for it are not enough: it takes ${needed}.`,
  'committees.was-carried': ({ inFavour, needed }) =>
    `${inFavour} votes for it carry it: it takes only ${needed}.`,
  'committees.recused': 'A member who was kept out of this item may not vote on it.',
  'committees.not-present': 'Somebody who was not there cannot have voted.',
  'committees.recommendation-closed':
    'What the city is asked to do must be public. Put that part on the agenda as an item of its own.',
  'committees.recommendation-not-adopted': 'Only what was adopted can be a recommendation.',
  'committees.no-such-body': 'Please choose a body that stands today.',
  'committees.recommendation-answered-already':
    'This recommendation was answered meanwhile. Please read that answer first.',
  'committees.reason-missing': 'Please say why not all of it.',
  'committees.because-missing': 'Please give the reason in words as well.',
  'committees.reason-for-a-yes':
    'A whole yes needs no reason against it. Choose “in part”, or leave this blank.',
  'committees.review-missing': 'Please give a day on which it is looked at again.',
  'committees.review-in-the-past': 'Please give a day that is still to come.',
  'committees.pledge-missing': 'A yes is a promise: please write down at least one, with its date.',
  'committees.pledge-with-a-no':
    'With a promise it is no plain no. Choose “in part”, or leave the promises blank.',
  'committees.not-a-time': 'Please give a time, like 14:00.',
} satisfies Sentences

export type SentenceWords = typeof sentences
