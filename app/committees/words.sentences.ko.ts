import { josa } from 'es-hangul'
import { day } from '#kit/dates.ts'
import type { Facts } from '#kit/refusal.ts'
import { rules } from './words.rules.ko.ts'
import type { SentenceWords } from './words.sentences.en.ts'

/** A day of an entry, `2026-12-10`, as people write it. */
const on = (fact: Facts[string] | undefined) => day(Temporal.PlainDate.from(String(fact)), 'ko')

const answered = {
  accepted: '권고를 수용했습니다.',
  'in-part': '권고를 일부 수용했습니다.',
  declined: '권고를 수용하지 않았습니다.',
}

/** What the record and refusals say of committees. */
export const sentences: SentenceWords = {
  'room.committees': '위원회',
  'committees.rules-added': '이 위원회의 규칙을 실었습니다.',
  'committees.rules-changed': '이 위원회의 규칙을 고쳤습니다.',
  'committees.rules-withdrawn': '이 위원회의 규칙을 내렸습니다. 지난 기록은 남습니다.',
  'committees.member-proposed': '위원이 제안되었습니다.',
  'committees.proposal-withdrawn': '위촉안을 거두었습니다.',
  'committees.member-appointed': ({ until }) => `위원이 위촉되었습니다(임기 ${on(until)}까지).`,
  'committees.member-left': (facts) => `위원이 물러났습니다(마지막 날 ${on(facts.on)}).`,
  'committees.members-counted': ({ members }) => `구성을 집계했습니다(위원 ${members}명).`,
  'committees.name-shown': '위원의 이름을 공개하기 시작했습니다.',
  'committees.name-hidden': '위원을 자리로만 공개하기 시작했습니다.',
  'committees.answer-kept': '위원이 밝히기 원하는 내용을 답했습니다.',
  'committees.waiver-granted': ({ rule, decidedBy, until }) =>
    `예외: ${rules[rule as keyof typeof rules] ?? rule} (${on(until)}까지, ${decidedBy} 결정).`,
  'committees.sitting-called': (facts) => `${on(facts.on)} 회의를 소집했습니다.`,
  'committees.item-added': ({ item }) => `안건 ${josa(String(item), '이/가')} 상정되었습니다.`,
  'committees.papers-sent': '자료를 배부했습니다.',
  'committees.sitting-cancelled': '회의를 취소했습니다.',
  'committees.attendance-recorded': ({ present, members }) =>
    `위원 ${members}명 중 ${present}명이 출석했습니다.`,
  'committees.member-recused': ({ item }) => `안건 ${item}에서 위원 한 명이 빠졌습니다.`,
  'committees.item-decided': ({ item }) => `안건 ${item}의 결과가 정해졌습니다.`,
  'committees.recommended': ({ item }) => `안건 ${item}에 따라 권고했습니다.`,
  'committees.recommendation-made': '권고했습니다.',
  'committees.recommendation-answered': ({ answer }) => answered[answer as keyof typeof answered],
  'committees.minutes-published': '회의록을 공개했습니다.',
  'committees.no-such-seat': '위원회의 자리 가운데 하나를 고르세요.',
  'committees.ends-before': '마지막 날은 첫날보다 앞설 수 없습니다.',
  'committees.nobody-named': '사람을 고르거나 새로운 사람의 이름을 적으세요.',
  'committees.already-member': '그 기간에 이미 이 위원회의 위원이거나 제안된 사람입니다.',
  'committees.not-proposed': '이미 결정된 위촉안입니다.',
  'committees.seat-taken': '그사이 다른 사람이 위촉되어 남은 자리가 없습니다.',
  'committees.gate': ({ rule }) =>
    `예외를 둘 수 없는 규칙에 어긋납니다: ${rules[rule as keyof typeof rules] ?? rule}`,
  'committees.needs-waiver': ({ rule }) =>
    `규칙에 어긋납니다. 이유, 결정한 곳, 기한을 적으세요: ${rules[rule as keyof typeof rules] ?? rule}`,
  'committees.waiver-ended': '예외는 위촉이 시작되는 날 이후까지 이어져야 합니다.',
  'committees.not-in-office': '이 사람이 위원인 날짜를 적으세요.',
  'committees.in-the-past': '앞으로 올 날짜를 적으세요.',
  'committees.short-notice': ({ days }) => `위원에게 ${days}일 전에 알려야 합니다. 급하면 이유를 적으세요.`,
  'committees.too-few-demands': ({ needed }) => `위원 ${needed}명 이상이 요구해야 합니다.`,
  'committees.papers-sent-already': '이미 자료를 배부했습니다.',
  'committees.was-held': '이미 열린 회의는 취소할 수 없습니다.',
  'committees.has-begun': '이미 시작한 회의입니다. 앞으로 열릴 회의를 고르세요.',
  'committees.not-begun': '아직 회의가 시작되지 않았습니다.',
  'committees.cancelled': '취소된 회의입니다.',
  'committees.minutes-stand': '회의록이 공개되어 더 바꿀 수 없습니다.',
  'committees.no-attendance': '누가 출석했는지 먼저 기록하세요.',
  'committees.already-decided': '이미 결정된 안건입니다.',
  'committees.no-quorum': ({ present, needed }) =>
    `이 안건에 투표할 수 있는 위원이 ${present}명으로 ${needed}명에 못 미칩니다. 보류만 할 수 있습니다.`,
  'committees.too-many-votes': ({ cast, voters }) =>
    `표가 ${cast}표로, 투표할 수 있는 위원 ${voters}명보다 많습니다.`,
  'committees.not-carried': ({ inFavour, needed }) =>
    `찬성 ${inFavour}표로는 가결되지 않습니다. ${needed}표가 필요합니다.`,
  'committees.was-carried': ({ inFavour, needed }) =>
    `찬성 ${inFavour}표이면 가결입니다. ${needed}표면 됩니다.`,
  'committees.recused': '이 안건에서 빠진 위원은 투표할 수 없습니다.',
  'committees.not-present': '출석하지 않은 위원은 투표할 수 없습니다.',
  'committees.recommendation-closed':
    '시에 권고하는 내용은 공개해야 합니다. 그 부분을 따로 안건으로 올려 주세요.',
  'committees.recommendation-not-adopted': '가결된 안건만 권고할 수 있습니다.',
  'committees.no-such-body': '지금 있는 기관 가운데 하나를 고르세요.',
  'committees.recommendation-answered-already':
    '그 사이에 답변이 등록되었습니다. 먼저 그 답변을 읽어 주세요.',
  'committees.reason-missing': '왜 모두 받아들이지 않는지 골라 주세요.',
  'committees.because-missing': '이유를 글로도 설명해 주세요.',
  'committees.reason-for-a-yes':
    '모두 수용할 때는 이유를 고르지 않습니다. ‘일부 수용’을 고르거나 이유를 비워 주세요.',
  'committees.review-missing': '다시 살펴볼 날을 적어 주세요.',
  'committees.review-in-the-past': '앞으로 올 날을 적어 주세요.',
  'committees.pledge-missing': '수용은 약속입니다. 약속을 하나 이상 기한과 함께 적어 주세요.',
  'committees.pledge-with-a-no':
    '약속이 있으면 불수용이 아닙니다. ‘일부 수용’을 고르거나 약속을 비워 주세요.',
  'committees.not-a-time': '시각을 14:00처럼 적으세요.',
}
