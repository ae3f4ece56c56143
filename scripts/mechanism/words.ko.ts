import type { Words } from './words.en.ts'

export const ko: Words = {
  gardens: '텃밭',
  lead: '여기에서 시작된 것을 새것부터 보여 드립니다.',
  none: '아직 시작된 것이 없습니다.',
  begin: '새로 시작하기',
  send: '시작하기',
  close: '마치기',
  title: '제목',
  state: '상태',
  states: { open: '진행 중', closed: '마침' },
  history: '지나온 일',
  sentences: {
    'room.gardens': '텃밭',
    'gardens.begun': '시작되었습니다.',
    'gardens.closed': '마쳤습니다.',
    'gardens.already-closed': '이미 마친 것입니다.',
  },
}
