import type { BodyVersion } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Table } from '#ui/table.tsx'
import { Local } from '#ui/trust.tsx'
import { type Bodies, type Body, before } from './body.ts'
import { Basis, DayBy } from './parts.tsx'
import { draw } from './timeline.ts'
import { words } from './words.ts'

type Props = { view: View; bodies: Bodies; family: readonly Body[]; today: Day }

/** How bodies grew, were joined and passed on: a drawing, and the table of what is in it. */
export const Succession = ({ view, bodies, family, today }: Props) => {
  const w = words(view)
  return (
    <>
      <Drawn view={view} family={family} today={today} />
      <Table
        view={view}
        caption={w.timeline.table}
        columns={[
          { key: 'from', label: w.from, kind: 'date' },
          { key: 'name', label: w.name },
          { key: 'staff', label: w.staff, kind: 'number' },
          { key: 'units', label: w.units, kind: 'number' },
          { key: 'parent', label: w.parent },
          { key: 'basis', label: w.basis },
        ]}
        rows={family
          .flatMap((body) => body.versions.map((version) => ({ body, version })))
          .sort((a, b) => before(a.version.from, b.version.from))
          .map(({ body, version }) => rowOf(view, bodies, body, version))}
      />
    </>
  )
}

function rowOf(view: View, bodies: Bodies, body: Body, version: BodyVersion) {
  const w = words(view)
  const parent = bodies.get(version.parent ?? '')
  return {
    from: <DayBy view={view} on={version.from} precision={version.precision} />,
    name: (
      <a href={href(view, `/bodies/${body.key}`)}>
        <Local view={view} text={version.name} />
      </a>
    ),
    staff: version.staff?.toLocaleString(view.lang) ?? w.unknown,
    units:
      version.units === undefined ? w.unknown : w.unitsAre[version.unitsAre ?? 'departments'](version.units),
    parent: parent ? <Local view={view} text={parent.versions.at(-1)!.name} /> : w.none,
    basis: version.basis ? <Basis view={view} provision={version.basis} /> : w.unknown,
  }
}

const Drawn = ({ view, family, today }: Omit<Props, 'bodies'>) => {
  const w = words(view)
  const drawing = draw(family, today, {
    say: (text) => say(text, view.lang, view.languages).text,
    small: ({ from, staff }) =>
      [from.slice(0, 4), staff && w.timeline.staff(staff)].filter(Boolean).join(' · '),
  })
  return (
    <section class="table scroll" tabindex={0} aria-label={w.timeline.label}>
      <svg
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={w.timeline.label}
        font-size="14"
      >
        {drawing.years.map(({ year, y }) => (
          <g>
            <line x1="44" x2={drawing.width} y1={y} y2={y} stroke="var(--line)" />
            <text x="0" y={y + 5} fill="var(--soft)" font-size="13">
              {year}
            </text>
          </g>
        ))}
        {drawing.links.map(({ path, part }) => (
          <path
            d={path}
            fill="none"
            stroke="var(--edge)"
            stroke-width="6"
            stroke-dasharray={part ? '4 4' : undefined}
          />
        ))}
        {drawing.bars.map(({ x, y, width, height, open }) => (
          <rect
            x={x}
            y={y + 1}
            width={width}
            height={height - 2}
            rx="3"
            fill={open ? 'var(--action)' : 'var(--edge)'}
          />
        ))}
        {drawing.labels.map(({ x, y, lines, small }) => (
          <text x={x} y={y} fill="var(--ink)">
            {lines.map((line, at) => (
              <tspan x={x} dy={at === 0 ? 0 : 18} font-weight="600">
                {line}
              </tspan>
            ))}
            <tspan x={x} dy="18" fill="var(--soft)">
              {small}
            </tspan>
          </text>
        ))}
      </svg>
    </section>
  )
}
