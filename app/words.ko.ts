import type { Words } from './words.en.ts'

export const ko: Words = {
  nav: {
    charter: '나의 권리',
    bodies: '담당 기관',
    committees: '위원회',
    glance: '한눈에 보는 도시',
    record: '공개 기록',
  },
  missing: {
    title: '찾으시는 쪽이 없습니다',
    lead: '주소를 잘못 적었거나 처음부터 없던 쪽일 수 있습니다. 이 도시의 기록은 지워지지 않습니다.',
    search: '공개된 모든 것에서 찾기',
    home: '첫 화면으로 가기',
  },
  forbidden: {
    title: '다른 담당자를 위한 쪽입니다',
    lead: '지금 계정에는 이 쪽을 볼 수 있는 업무가 없습니다.',
    what: '볼 수 있어야 한다고 생각하시면 부서의 계정 담당자에게 말씀해 주세요.',
  },
  refused: {
    title: '처리하지 못했습니다',
    what: '바뀐 것은 없습니다. 앞 화면으로 돌아가 다시 해 주세요.',
  },
  broken: {
    title: '누리집에 문제가 생겼습니다',
    lead: '방금 하신 일은 저장되지 않았습니다. 잠시 뒤에 다시 해 주세요.',
    number: (number) => `같은 일이 또 생기면 이 번호를 알려 주세요: ${number}`,
  },
  sentences: {
    'site.not-allowed': '이 일을 할 권한이 없습니다.',
    'form.unreadable': '보내신 내용을 읽지 못했습니다. 양식을 다시 작성해 주세요.',
    'form.expired': '양식을 연 지 오래되었습니다. 쓰신 내용은 그대로 있습니다. 다시 보내 주세요.',
    'form.missing': '이 칸을 채워 주세요.',
    'form.too-short': ({ least }) => `${least}자 이상 써 주세요.`,
    'form.too-long': ({ most }) => `${most}자 이하로 써 주세요.`,
    'form.too-small': ({ least }) => `${least} 이상의 수를 써 주세요.`,
    'form.too-big': ({ most }) => `${most} 이하의 수를 써 주세요.`,
    'form.not-a-number': '숫자로 써 주세요.',
    'form.not-a-date': '날짜를 2026-11-21처럼 써 주세요.',
    'form.not-a-text': '글자로 써 주세요.',
    'form.not-an-email': '전자우편 주소를 yuna@example.org처럼 써 주세요.',
    'form.not-in-form': '정해진 형식과 다릅니다. 보기를 참고해 주세요.',
    'form.not-a-choice': '보기 가운데 하나를 골라 주세요.',
  },
}
