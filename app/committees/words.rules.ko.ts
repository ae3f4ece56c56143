import type { RuleWords } from './words.rules.en.ts'

/** What a committee is held to, by the keys of its rules. */
export const rules: RuleWords = {
  genderCap: '특정 성별의 비율',
  youthShare: '청년의 비율',
  seatsPerPerson: '한 사람이 맡을 수 있는 위원회',
  size: '위원 수',
  termLength: '임기',
  renewals: '연임 상한',
  quorum: '의사정족수',
  majority: '의결정족수',
  dismissal: '해촉 의결',
  regularMeetings: '정기회',
  extraMeeting: '임시회 요구',
  notice: '회의 통지',
  papers: '자료 배부',
  minutes: '회의록 공개 기한',
  sunset: '존속기한',
  evaluation: '연간 평가 기한',
}
