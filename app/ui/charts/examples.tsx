import type { Examples } from '../example.ts'
import { Dumbbell } from './dumbbell.tsx'
import { Lateness } from './lateness.tsx'
import { LineChart } from './line-chart.tsx'
import { LoadBars } from './load-bars.tsx'
import type { Period, Point } from './period.ts'
import { PlanTimeline } from './plan-timeline.tsx'
import { SmallMultiples } from './small-multiples.tsx'

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
  'groups over time': (view, s) => (
    <Dumbbell
      view={view}
      caption={s('저녁 외출이 안전하다고 느끼는 사람', 'People who feel safe outside in the evening')}
      unit="%"
      direction="up"
      labels={{ name: s('집단', 'Group'), from: '2020', to: '2025' }}
      pairs={[
        { name: s('남성', 'Men'), from: 74, to: 79.5 },
        { name: s('여성', 'Women'), from: 51.2, to: 48 },
        { name: s('65세 이상', '65 and older'), from: 55, to: 55 },
        { name: s('장애인', 'Persons with disabilities'), from: 44.1, to: 37.6, href: '#disability' },
        {
          name: s('이주민', 'Migrants'),
          from: 49,
          to: null,
          note: s('표본이 적어 가림', 'hidden: too few people'),
        },
      ]}
    />
  ),
  'groups and the whole': (view, s) => (
    <Dumbbell
      view={view}
      caption={s('한 달에 병원을 못 간 적이 있는 사람', 'People who went without a doctor they needed')}
      unit="%"
      direction="down"
      compared="with-whole"
      labels={{ name: s('집단', 'Group'), from: s('전체', 'Everybody'), to: s('해당 집단', 'The group') }}
      pairs={[
        { name: s('이주민', 'Migrants'), from: 7.1, to: 15.4 },
        { name: s('청년', 'Young people'), from: 7.1, to: 6.2 },
        { name: s('1인 가구', 'People who live alone'), from: 7.1, to: 9.9 },
      ]}
    />
  ),
  'many little lines': (view, s) => (
    <SmallMultiples
      view={view}
      caption={s('제3장 지표 여섯 개', 'Six indicators of chapter 3')}
      multiples={[
        {
          title: s('저상버스 비율', 'Low-floor buses'),
          points: yearly(2016, [21, 24, null, 31, 30, 36, 38, 42, 44, 47]),
          direction: 'up',
          unit: '%',
          chapter: 3,
          href: '#buses',
        },
        {
          title: s('임금 체불 신고', 'Unpaid wages reported'),
          points: yearly(2018, [1204, 1190, 1310, 1422, 1398, 1530, 1610]),
          direction: 'down',
          unit: s('건', ''),
          chapter: 3,
          href: '#wages',
          target: { from: year(2022), start: 1398, by: year(2027), value: 900 },
        },
        {
          title: s('자원봉사 참여율', 'People who volunteered'),
          points: yearly(2015, [9.1, 9.4, 8.9, 8.8, 8.5, null, 2.4, 2.9, 2.2]),
          breaks: [{ at: year(2021).from, label: s('참여자만 셉니다.', 'only those who took part') }],
          direction: 'up',
          unit: '%',
          chapter: 3,
        },
        {
          title: s('인구', 'Population'),
          points: yearly(2019, [1_456_000, 1_450_000, 1_441_000, 1_430_000, 1_419_000]),
          direction: 'context',
          unit: s('명', ''),
          chapter: 3,
        },
        {
          title: s('인권 교육을 받은 직원', 'Officials with human rights training'),
          points: yearly(2022, [61, 61]),
          direction: 'up',
          unit: '%',
          chapter: 3,
        },
        {
          title: s('쉼터의 빈자리', 'Free places in shelters'),
          points: yearly(2020, [null, null, null]),
          direction: 'up',
          chapter: 3,
        },
      ]}
    />
  ),
  'a plan along the years': (view, s) => (
    <PlanTimeline
      view={view}
      caption={s('기본계획의 과제', 'The tasks of the plan')}
      name={s('과제', 'Task')}
      today={Temporal.PlainDate.from('2026-11-21')}
      things={[
        {
          name: s('정류장 턱 없애기', 'Stops without kerbs'),
          href: '#1-1',
          group: s('다닐 권리', 'Getting around'),
          from: year(2024).from,
          until: year(2027).until,
          state: 'red',
          milestones: [
            { day: Temporal.PlainDate.from('2025-06-30'), label: s('조사', 'Survey'), done: true },
            { day: Temporal.PlainDate.from('2026-12-31'), label: s('100곳', '100 stops'), done: false },
          ],
        },
        {
          name: s('밤길 조명', 'Light on paths at night'),
          group: s('다닐 권리', 'Getting around'),
          from: year(2025).from,
          until: year(2026).until,
          state: 'amber',
        },
        {
          name: s('점자 안내판', 'Signs in braille'),
          group: s('다닐 권리', 'Getting around'),
          from: year(2024).from,
          until: year(2025).until,
          state: 'done',
        },
        {
          name: s('여덟 언어로 상담', 'Advice in eight languages'),
          group: s('일할 권리', 'Work'),
          from: Temporal.PlainDate.from('2025-09-01'),
          until: null,
          state: 'running',
        },
        {
          name: s('이동 노동자 쉼터', 'Rest rooms for couriers'),
          group: s('일할 권리', 'Work'),
          from: year(2027).from,
          until: year(2028).until,
          state: 'planned',
        },
        {
          name: s('야간 상담', 'Advice at night'),
          group: s('일할 권리', 'Work'),
          from: year(2024).from,
          until: Temporal.PlainDate.from('2025-03-31'),
          state: 'dropped',
        },
      ]}
    />
  ),
  'what each carries': (view, s) => (
    <LoadBars
      view={view}
      caption={s('부서별 할 일', 'What departments carry')}
      name={s('부서', 'Department')}
      loads={[
        {
          name: s('교통과', 'Transport'),
          href: '#transport',
          counts: { late: 2, red: 1, amber: 3, due: 1, open: 9 },
        },
        { name: s('노동과', 'Labour'), counts: { amber: 1, due: 2, open: 4 } },
        { name: s('복지과', 'Welfare'), counts: { late: 2, amber: 2, open: 14 } },
        { name: s('문화과', 'Culture'), counts: {} },
      ]}
    />
  ),
  'how late things are': (view, s) => (
    <Lateness
      view={view}
      caption={s('2025년 자료가 들어온 날', 'When the data of 2025 came')}
      name={s('지표', 'Indicator')}
      today={Temporal.PlainDate.from('2026-11-21')}
      things={[
        [s('저상버스 비율', 'Low-floor buses'), '2026-03-31', '2026-03-20'],
        [s('임금 체불 신고', 'Unpaid wages reported'), '2026-03-31', '2026-08-30'],
        [s('쉼터의 빈자리', 'Free places in shelters'), '2026-06-30', null],
        [s('자원봉사 참여율', 'People who volunteered'), '2026-12-31', null],
      ].map(([name, due, came]) => ({
        name: name!,
        due: Temporal.PlainDate.from(due!),
        came: came ? Temporal.PlainDate.from(came) : null,
      }))}
    />
  ),
}
