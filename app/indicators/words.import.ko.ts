import { josa } from 'es-hangul'
import type { Words } from './words.import.en.ts'

export const ko: Words = {
  title: '표 가져오기',
  lead: '수치 하나가 한 줄인 CSV 파일을 가져옵니다. 열의 뜻을 정하고 시험해 보면, 저장하기 전에 어느 줄에 무엇이 문제인지 알려 드립니다.',
  file: '표 파일',
  fileHint:
    'UTF-8로 저장한 CSV 파일입니다. Open SDG와 SDMX-CSV는 저절로 알아봅니다. 더 큰 파일은 “madang import indicators” 명령으로 가져옵니다.',
  indicator: '어느 지표의 수치입니까?',
  inFile: '파일의 한 열에 적혀 있습니다',
  side: '누구의 수치입니까?',
  sides: { owner: '지표를 맡은 기관의 수치', second: '같은 것을 따로 살핀 곳의 수치' },
  next: '다음: 열의 뜻',
  about: { name: '파일', format: '형식', indicator: '지표', sides: '누구의 수치' },
  formats: { 'open-sdg': 'Open SDG', sdmx: 'SDMX-CSV', long: '긴 표' },
  columns: '열의 뜻',
  columnsLead: '미리 짐작해 두었습니다. 맞는지 살펴 주세요.',
  first: (values) => (values ? `처음 몇 줄: ${values}` : '처음 몇 줄은 비어 있습니다'),
  roles: {
    indicator: '지표',
    period: '기간',
    value: '수치',
    numerator: '분자',
    denominator: '분모',
    people: '해당하는 사람 수',
    status: '확실한 정도(잠정, 결측 등)',
    district: '자치구',
    unit: '단위',
    dimension: '나누어 보는 집단',
    mark: '함께 남길 내용',
    ignored: '가져오지 않음',
  },
  try: '저장하지 않고 시험해 보기',
  report: '가져오면 이렇게 됩니다',
  lines: '줄',
  values: '수치',
  series: '집단과 자치구',
  indicators: '지표',
  empty: '아직 수치가 없는 줄',
  line: '줄',
  column: '열',
  what: '문제',
  problemsTitle: '살펴볼 줄',
  problemsMore: (shown, all) => `모두 ${all}줄 가운데 처음 ${shown}줄입니다.`,
  allProblems: '모두 표로 받기',
  fine: '모든 줄을 읽을 수 있습니다.',
  problems: {
    period: (found) =>
      `“${found}”${josa.pick(found, '은/는')} 기간이 아닙니다. 2025, 2025-Q1, 2025-03, 2024/25처럼 적어 주세요.`,
    number: (found) =>
      `“${found}”${josa.pick(found, '은/는')} 숫자가 아닙니다. 숫자와 소수점만 적고, 값이 없으면 비워 두세요.`,
    people: (found) => `“${found}”${josa.pick(found, '은/는')} 사람 수가 아닙니다. 정수로 적어 주세요.`,
    'indicator-missing': () => '어느 지표의 수치인지 적혀 있지 않습니다.',
    'indicator-unknown': (found) => `“${found}” 지표가 없습니다.`,
    'not-yours': (found) => `“${found}” 지표는 다른 기관이 맡고 있습니다.`,
    cells: (found) => `칸이 ${found}개로, 제목 줄과 수가 다릅니다.`,
    twice: (found) => `${found}의 같은 수치가 앞에 있습니다. 한 번만 가져옵니다.`,
    contradicts: (found) =>
      `${found}의 다른 수치가 앞에 있습니다. 둘 다 남기고 서로 어긋난다고 보여 드립니다.`,
  },
  take: '가져오기',
  takeLead: '가져온 수치는 다른 사람의 점검을 기다립니다. 그 전에는 공개되지 않습니다.',
  skip: (count) => `읽을 수 없는 ${count}줄은 빼고 가져옵니다`,
  discard: '파일 버리기',
  done: '수치를 가져왔습니다. 점검을 기다립니다.',
  sentences: {
    'indicators.import-problems':
      '읽을 수 없는 줄이 있습니다. 파일을 고치거나, 그 줄을 빼고 가져오겠다고 표시해 주세요.',
    'indicators.import-empty': '가져올 수 있는 수치가 없습니다.',
    'indicators.column-missing': ({ role }) =>
      role === 'period'
        ? '기간이 적힌 열을 골라 주세요.'
        : '수치가 적힌 열, 또는 분자와 분모가 적힌 열을 골라 주세요.',
    'indicators.no-file': '파일을 골라 주세요.',
  },
}
