import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '계획',
  lead: '시가 인권을 위해 무엇을 하기로 했는지, 누가 맡았는지, 계획이 어떻게 만들어지고 바뀌었는지 보여 드립니다.',
  none: '시의 자료에 아직 계획이 없습니다.',
  key: '식별자',
  name: '계획',
  from: '시작',
  until: '끝',
  state: '상태',
  states: {
    draft: '마련 중',
    submitted: '위원회 심의 중',
    approved: '승인됨(시작 전)',
    running: '시행 중',
    reviewed: '시행 중(중간 점검 마침)',
    ended: '기간 끝남(종합 보고 없음)',
    closed: '종합 보고로 마침',
    standing: '기간을 두지 않음',
  },
  tasks: '과제',
  sentences: {
    'room.plans': '계획',
  },
}
