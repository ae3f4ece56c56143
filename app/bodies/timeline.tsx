import { Named, type Names } from '#charter/index.ts'
import type { BodyVersion } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { type Bodies, type Body, before } from './body.ts'
import { nameOf } from './parts.tsx'
import { barSpace, type Drawing, draw, lineHeight } from './timeline.ts'
import { words } from './words.ts'

type Props = { view: View; bodies: Bodies; family: readonly Body[] }

/** All that is in the drawing, and what it rests on. */
export const VersionTable = ({ view, bodies, family, names }: Props & { names: Names }) => {
  const w = words(view)
  return (
    <Disclosure summary={w.timeline.table}>
      <Table
        view={view}
        caption={w.timeline.title}
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
          .map(({ body, version }) => rowOf(view, bodies, names, body, version))}
      />
    </Disclosure>
  )
}

function rowOf(view: View, bodies: Bodies, names: Names, body: Body, version: BodyVersion) {
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
    basis: version.basis ? <Named view={view} provision={version.basis} names={names} /> : w.unknown,
  }
}

/** How bodies grew, were joined and passed on, downwards through the years. */
export const Drawn = ({ view, bodies, family, today }: Props & { today: Day }) => {
  const w = words(view)
  const drawing = draw(family, today, {
    say: (text) => plain(text, view),
    facts: ({ from, staff }) =>
      [from.slice(0, 4), staff && w.timeline.staff(staff)].filter(Boolean).join(' · '),
    under: (parent) => w.timeline.under(nameOf(view, bodies, parent, today)),
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
        <Years drawing={drawing} />
        {drawing.links.map(({ path, part }) => (
          <path
            d={path}
            fill="none"
            stroke="var(--edge)"
            stroke-width="6"
            stroke-dasharray={part ? '4 4' : undefined}
          />
        ))}
        <Bars drawing={drawing} />
        {drawing.labels.map(({ x, y, lines, small }) => (
          <text x={x} y={y} fill="var(--ink)">
            {lines.map((line, at) => (
              <tspan x={x} dy={at === 0 ? 0 : lineHeight} font-weight="600">
                {line}
              </tspan>
            ))}
            {small.map((line) => (
              <tspan x={x} dy={lineHeight} fill="var(--soft)">
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </svg>
    </section>
  )
}

const Years = ({ drawing }: { drawing: Drawing }) => (
  <>
    {drawing.years.map(({ year, y }) => (
      <>
        <line x1="44" x2={drawing.width} y1={y} y2={y} stroke="var(--line)" stroke-opacity="0.6" />
        <text x="0" y={y + 5} fill="var(--soft)" font-size="13">
          {year}
        </text>
      </>
    ))}
  </>
)

const colour = (stands: boolean) => (stands ? 'var(--action)' : 'var(--edge)')

const Bars = ({ drawing }: { drawing: Drawing }) => (
  <>
    {drawing.bars.map(({ x, y, width, height, stands, staffKnown }) => (
      <rect
        x={x}
        y={y + 1}
        width={width}
        height={height - 2}
        rx="3"
        fill={staffKnown ? colour(stands) : 'var(--paper)'}
        stroke={colour(stands)}
        stroke-width="2"
        stroke-dasharray={staffKnown ? undefined : '4 3'}
      />
    ))}
    {drawing.moves.map(({ x, y }) => (
      <line
        x1={x - barSpace / 2}
        x2={x + barSpace / 2}
        y1={y}
        y2={y}
        stroke="var(--alert)"
        stroke-width="3"
      />
    ))}
  </>
)
