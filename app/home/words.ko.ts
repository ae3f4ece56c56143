import type { Words } from './words.en.ts'

export const ko: Words = {
  lead: '이곳에 살고, 머물고, 일하고, 배우는 모든 사람에게 권리가 있습니다. 체류 자격을 묻지 않습니다. 말한 사람은 누구나 답을 받고, 그 뒤의 일도 모두가 볼 수 있습니다.',
  doors: {
    speak: {
      title: '말하기',
      text: '잘못된 일을 어디에 어떻게 알리는지 볼 수 있습니다. 다른 사람을 대신해서도 알릴 수 있습니다.',
    },
    decide: {
      title: '함께 정하기',
      text: '어떤 위원회에서 누가 무엇을 정하는지, 언제 모이는지 볼 수 있습니다.',
    },
    promised: {
      title: '약속 확인하기',
      text: '시가 한 일은 모두 공개 기록에 남고, 누구나 맞는지 확인할 수 있습니다.',
    },
    rights: {
      title: '내 권리 알기',
      text: '이 도시의 헌장을 조항별로 읽고, 조항마다 시가 하는 일을 볼 수 있습니다.',
    },
  },
  charter: '헌장',
  chapter: (no) => `제${no}장`,
  lately: '최근 공개 기록',
  whole: '공개 기록 전체',
  city: '한눈에 보는 도시',
  cityText: '이 도시의 자치구와 기관, 걸어온 길을 봅니다.',
}
