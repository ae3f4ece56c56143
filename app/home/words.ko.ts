import type { Words } from './words.en.ts'

export const ko: Words = {
  lead: '이곳에 살고, 머물고, 일하고, 배우는 모든 사람에게 권리가 있습니다. 체류 자격을 묻지 않습니다. 말한 사람은 누구나 답을 받고, 그 뒤의 일도 모두가 볼 수 있습니다.',
  doors: {
    speak: {
      title: '말하기',
      text: '잘못된 일이나 바꿀 일을 말해 주세요. 계정이 없어도 됩니다. 언제까지 답해야 하는지 알려 드립니다.',
    },
    decide: {
      title: '함께 정하기',
      text: '어떤 위원회에서 누가 무엇을 정하는지, 언제 모이는지 볼 수 있습니다.',
    },
    promised: {
      title: '약속 확인하기',
      text: '누가 무엇을 언제까지 하기로 했는지, 다른 곳에서 확인했는지 볼 수 있습니다.',
    },
    rights: {
      title: '내 권리 알기',
      text: '이 도시의 헌장을 조항별로 읽고, 조항마다 시가 하는 일을 볼 수 있습니다.',
    },
  },
  owed: {
    title: '오늘 시가 해야 할 일',
    open: '답할 청원',
    overdue: '늦은 답',
    underWay: '이행 중인 약속',
    late: '늦은 약속',
    broken: '어긴 약속',
    kept: '지킨 약속',
  },
  course: {
    worsened: '나빠진 것',
    forWhom: '누구에게 나빠졌는지와 모든 지표',
    tower: '한눈에 보는 이행',
    year: '올해의 계획',
    wholeYear: '올해 시행계획 보기',
  },
  signable: '지금 서명할 수 있는 청원',
  allPetitions: '청원 모두 보기',
  settled: '약속, 그 뒤의 일',
  allPromises: '약속 모두 보기',
  charter: '헌장',
  chapter: (no) => `제${no}장`,
  lately: '최근 공개 기록',
  whole: '공개 기록 전체',
  city: '한눈에 보는 도시',
  cityText: '이 도시의 자치구와 기관, 걸어온 길을 봅니다.',
}
