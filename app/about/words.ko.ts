import type { Words } from './words.en.ts'

export const ko: Words = {
  about: '이 마당에 대하여',
  accessibility: '누리집 접근성',
  contact: '연락하기',
  privacy: '개인정보 안내',
  data: '열린 데이터',
  dataLead:
    '여기 공개된 모든 것은 표 파일과 프로그램용으로도 받을 수 있습니다. 자유롭게 쓰시고 출처를 밝혀 주세요.',
  noText: '아직 이 글이 준비되지 않았습니다.',
  otherLanguage: (language) => `이 글은 아직 한국어로 준비되지 않아 ${language}로 보여 드립니다.`,
  lists: '공개 목록',
  list: '목록',
  page: '화면',
  csv: 'CSV',
  json: 'JSON',
  others: '프로그램용',
  openapi: '인터페이스 설명(OpenAPI 3.1)',
  popolo: '기관, 직위, 사람(Popolo)',
  feed: '공개 기록 새 소식(Atom)',
  verify: '기록을 직접 확인하는 방법',
  sources: '출처',
  sourcesLead: '이 도시의 파일이 밝힌 출처입니다.',
  source: '출처',
  publisher: '펴낸 곳',
  read: '확인한 날',
  licence: '이용 조건',
}
