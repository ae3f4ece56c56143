import { accent } from '../text.tsx'
import type { Plot } from './line-plot.ts'
import { Marker } from './marks.tsx'

/** A plot as it is drawn, with a text that says what is to be seen. */
export const LinePicture = ({ plot, label, unit }: { plot: Plot; label: string; unit: string }) => {
  const { size, frame } = plot
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label} font-size={size.font}>
      <Axes plot={plot} unit={plot.unitless ? unit.trim() : ''} />
      {plot.breaks.map(({ x, label }) => (
        <g class="break">
          <path d={`M${x} ${frame.top}V${frame.bottom}`} />
          <path
            class="break-sign"
            d={`M${x - 6} ${frame.bottom + 5}l5 -10M${x + 1} ${frame.bottom + 5}l5 -10`}
          />
          <text x={label.x} y={frame.top - 7} text-anchor="middle">
            {label.text}
          </text>
        </g>
      ))}
      {plot.target && (
        <g class="target">
          <path d={`M${plot.target.from.x} ${plot.target.from.y}L${plot.target.to.x} ${plot.target.to.y}`} />
          <circle cx={plot.target.to.x} cy={plot.target.to.y} r="6" />
          <circle class="core" cx={plot.target.to.x} cy={plot.target.to.y} r="2" />
        </g>
      )}
      {plot.comparison && <Course line={plot.comparison} kind="comparison" />}
      {plot.lines.map((line) => (
        <Course line={line} kind={accent(line.look.chapter)} />
      ))}
      {plot.ends.map((each) => (
        <EndLabel {...each} font={size.font} />
      ))}
    </svg>
  )
}

const Axes = ({ plot: { frame, values, periods, size }, unit }: { plot: Plot; unit: string }) => {
  const fromZero = values.some(({ amount }) => amount === 0)
  return (
    <g class="axes">
      {unit && (
        <text x="0" y={size.font}>
          {unit}
        </text>
      )}
      {!fromZero && <path class="zigzag" d={`M${frame.left} ${frame.bottom}l4 -5l6 10l4 -5`} />}
      {values.map(({ y, label, amount }, i) => (
        <>
          <path
            class={amount === 0 ? 'zero' : 'grid'}
            d={`M${frame.left + (i === 0 && !fromZero ? 14 : 0)} ${y}H${frame.right}`}
          />
          {size.margin ? (
            <text x={frame.left - 8} y={y} text-anchor="end" dominant-baseline="central">
              {label}
            </text>
          ) : (
            <text x={0} y={y - (i === 0 && !fromZero ? 9 : 4)}>
              {label}
            </text>
          )}
        </>
      ))}
      {periods.map(({ x, label }) => (
        <>
          <path class="tick" d={`M${x} ${frame.bottom}v${label ? 6 : 3}`} />
          {label && (
            <text x={label.x} y={frame.bottom + size.font * 1.6} text-anchor="middle">
              {label.text}
            </text>
          )}
        </>
      ))}
    </g>
  )
}

const Course = ({ line, kind }: { line: Plot['lines'][number]; kind: string }) => (
  <g class={kind}>
    {line.path && <path class="line" d={line.path} stroke-dasharray={line.look.dash} />}
    {line.marks.map(({ x, y, hollow }) => (
      <Marker look={line.look} x={x} y={y} hollow={hollow} size={kind === 'comparison' ? 2.5 : 4.5} />
    ))}
  </g>
)

/** Joined to its line where it had to make way for another. */
const EndLabel = ({ x, y, of, lines, look, font }: Plot['ends'][number] & { font: number }) => {
  const first = y - ((lines.length - 1) * font * 1.25) / 2
  return (
    <g class={look ? `end ${accent(look.chapter)}` : 'end'}>
      {Math.abs(y - of.y) > font / 2 && <path class="leader" d={`M${of.x + 5} ${of.y}L${x - 2} ${y}`} />}
      <text dominant-baseline="central">
        {lines.map((line, i) => (
          <tspan x={x} y={first + i * font * 1.25}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
