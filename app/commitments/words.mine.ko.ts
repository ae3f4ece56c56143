import type { MineWords } from './words.mine.en.ts'

export const ko: MineWords = {
  title: '우리 약속 전체',
  lead: '우리 기관이 맡았거나 함께하는 약속을 모두 기한이 빠른 차례로 보여 드립니다.',
  all: '전체',
  open: '아직 이행 전',
  none: '그런 약속이 없습니다.',
  toAll: '기한이 남은 약속까지 모두 보기',
}
