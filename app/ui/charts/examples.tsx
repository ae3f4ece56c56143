import type { Examples } from '../example.ts'
import { LineChart } from './line-chart.tsx'
import type { Period, Point } from './period.ts'

const year = (name: number): Period => ({
  name: `${name}`,
  from: Temporal.PlainDate.from({ year: name, month: 1, day: 1 }),
  until: Temporal.PlainDate.from({ year: name, month: 12, day: 31 }),
})

const yearly = (first: number, values: readonly (number | null)[]): Point[] =>
  values.map((value, i) => ({ period: year(first + i), value }))

/** What pictures look like, of figures that nobody measured. */
export const examples: Examples = {
  'a line with a target and a comparison': (view, s) => (
    <LineChart
      view={view}
      caption={s('저상버스 비율', 'Low-floor buses')}
      unit="%"
      series={[
        {
          name: s('한빛시', 'Hanbit'),
          points: yearly(2016, [21, 24, null, 31, 30, 36, 38, 42, 44, 47]).map((each, i) => ({
            ...each,
            provisional: i === 9,
          })),
        },
      ]}
      comparison={{
        name: s('전국', 'Country'),
        points: yearly(2016, [19, 20, 22, 23, 25, 28, 31, 34, 37, 39]),
      }}
      target={{ from: year(2020), start: 30, by: year(2030), value: 60 }}
    />
  ),
  'lines by group, with a new definition': (view, s) => (
    <LineChart
      view={view}
      caption={s('지난 1년 자원봉사 참여율', 'People who volunteered in the last year')}
      unit="%"
      series={[
        { name: s('여성', 'Women'), points: yearly(2015, [9.1, 9.4, 8.9, 8.8, 8.5, null, 2.4, 2.9, 3.6]) },
        { name: s('남성', 'Men'), points: yearly(2015, [7.2, 7.5, 7.7, 7.9, 8.1, null, 1.8, 2.0, 2.9]) },
        {
          name: s('이주민', 'Migrants'),
          points: yearly(2015, [3.1, 3.3, null, 3.0, 3.4, null, 0.9, 1.3, 1.2]).map((each, i) =>
            i === 8 ? { ...each, provisional: true } : each,
          ),
        },
      ]}
      breaks={[
        {
          at: Temporal.PlainDate.from('2021-01-01'),
          label: s(
            '2021년부터 실제 참여한 사람만 셉니다.',
            'since 2021 only those who took part are counted.',
          ),
        },
      ]}
    />
  ),
  'a line far from zero': (view, s) => (
    <LineChart
      view={view}
      caption={s('등교한 학생의 비율', 'Children who go to school')}
      unit="%"
      chapter={4}
      series={[{ name: s('한빛시', 'Hanbit'), points: yearly(2018, [98.2, 98.4, 97.1, 97.9, 98.6, 98.8]) }]}
    />
  ),
  'more lines than have room for their names': (view, s) => (
    <LineChart
      view={view}
      caption={s('마을별 상담 건수', 'Cases of advice by district')}
      unit={s('건', '')}
      series={['가', '나', '다', '라', '마', '바'].map((letter, i) => ({
        name: s(`${letter}마을`, `District ${i + 1}`),
        points: yearly(
          2019,
          [0, 1, 2, 3, 4, 5].map((n) => 120 + i * 85 + ((n * (i + 3) * 37) % 90)),
        ),
      }))}
    />
  ),
  'a line without values': (view, s) => (
    <LineChart
      view={view}
      caption={s('휠체어로 갈 수 있는 투표소', 'Polling stations that can be reached in a wheelchair')}
      series={[{ name: s('한빛시', 'Hanbit'), points: yearly(2020, [null, null]) }]}
    />
  ),
}
