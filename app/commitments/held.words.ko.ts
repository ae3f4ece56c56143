import type { en } from './held.words.en.ts'

export const ko: typeof en = {
  'held.commitment': '약속',
  'kind.report': '진행 상황을 알림',
  'kind.milestone': '중간 목표에 닿았음을 알림',
  'kind.help': '도움을 청함',
  'kind.help-answer': '도움 요청에 답함',
  'kind.change': '계획을 바꿈',
  'kind.done': '이행했다고 알림',
  'kind.stop': '중단함',
  'kind.check': '확인함',
}
