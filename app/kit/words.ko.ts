import { josa } from 'es-hangul'
import type { Facts } from './refusal.ts'
import type { Words } from './words.en.ts'

export const ko: Words = {
  deadline: {
    units: {
      'working-day': (count) => `근무일 ${count}일`,
      day: (count) => `${count}일`,
      week: (count) => `${count}주`,
      month: (count) => `${count}개월`,
      year: (count) => `${count}년`,
    },
    start: (day, counts, provision) =>
      `${day}부터 셉니다. 첫날은 ${counts ? '셈에 넣습니다' : '셈에 넣지 않습니다'} (${provision}).`,
    length: (length, lastDay, holidays) =>
      `${length}의 마지막 날은 ${lastDay}입니다.${
        holidays.length ? ` 주말과 공휴일(${holidays.join(', ')})은 세지 않습니다.` : ''
      }`,
    extension: (on, byWhom, length, reason, lastDay) =>
      `${on}에 ${josa(byWhom, '이/가')} ${length} 연장하여 마지막 날이 ${lastDay}로 바뀌었습니다. 사유: ${reason}`,
    pause: ({ dates, count }, reason, lastDay) =>
      `${count}일 동안(${dates}) 멈추었습니다.${lastDay ? ` 마지막 날은 ${lastDay}입니다.` : ''} 사유: ${reason}`,
    stillPaused: (from, reason) => `${from}부터 멈추어 있으며, 멈춤이 끝나면 이어서 셉니다. 사유: ${reason}`,
    moved: (from, holiday, lastDay) =>
      `${from}은 ${holiday ? `공휴일(${holiday})` : '주말'}이므로 ${
        lastDay ? `다음 근무일인 ${lastDay}에 끝납니다` : '다음 근무일에 끝납니다'
      }.`,
    stays: (from, holiday) =>
      `${from}은 ${holiday ? `공휴일(${holiday})` : '주말'}이지만 이 규정에서는 마지막 날을 옮기지 않습니다.`,
    declared: (on, holidays, otherwise) =>
      `기간 중인 ${on}에 공휴일${holidays.length ? `(${holidays.join(', ')})` : ''}이 새로 지정되었습니다. 아니었다면 마지막 날은 ${otherwise}이었습니다.`,
    due: (lastDay) => `마지막 날은 ${lastDay}입니다.`,
  },
  sentences: {
    'money.unreadable': ({ typed }) =>
      `금액으로 읽을 수 없습니다: ‘${typed}’. 350,000,000 또는 3억 5천만처럼 적어 주세요.`,
    'money.too-fine': ({ typed }) => `‘${typed}’에는 화폐 단위보다 작은 금액이 있습니다.`,
    'files.empty': '내용이 없는 파일입니다.',
    'files.too-large': ({ size, most }) =>
      `파일 크기가 ${megabytes(size)}입니다. ${megabytes(most)}까지 올릴 수 있으니 줄이거나 나누어 주세요.`,
    'files.kind-not-allowed': ({ allowed }) =>
      `여기에는 이 종류의 파일을 올릴 수 없습니다. 올릴 수 있는 파일: ${allowed}`,
    'files.not-what-it-says': ({ named, found }) =>
      `이름으로는 ${named} 파일인데 내용은 ${found === '?' ? '다른 것' : found}입니다. 다시 저장하여 올려 주세요.`,
    'files.image-broken': '손상된 그림입니다. 다시 저장하거나 화면을 갈무리하여 올려 주세요.',
    'files.image-too-large': ({ width, height }) =>
      `그림이 ${width} × ${height} 화소로 너무 큽니다. 더 작은 그림을 올려 주세요.`,
    'csv.encoding': '파일의 글자를 읽을 수 없습니다. ‘CSV UTF-8’ 형식으로 저장해 주세요.',
    'csv.empty': '표에 제목 줄이 없습니다.',
    'csv.quote': ({ line }) => `${line}번째 줄: 따옴표가 빠졌거나 잘못된 곳에 있습니다.`,
    'csv.cells': ({ line, found, expected }) =>
      `${line}번째 줄의 칸이 ${found}개입니다. 제목 줄에 따르면 ${expected}개여야 합니다.`,
    'csv.column-missing': ({ column }) => `표에 ‘${column}’ 열이 없습니다.`,
    'csv.column-twice': ({ column }) => `표에 ‘${column}’ 열이 두 번 있습니다.`,
    'csv.cell-empty': ({ line, column }) => `${line}번째 줄: ‘${column}’ 칸을 채워 주세요.`,
  },
}

function megabytes(bytes: Facts[string] | undefined): string {
  const size = Number(bytes) / 1_000_000
  return `${new Intl.NumberFormat('ko', { maximumFractionDigits: 1, roundingMode: 'ceil' }).format(size)}MB`
}
