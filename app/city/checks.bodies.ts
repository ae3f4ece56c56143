import { dayBefore, holds } from './checks.dates.ts'
import { versionsClosed } from './closed.ts'
import type { Draft, Report } from './draft.ts'
import type { Body, Succession } from './schema.ts'
import type { Where } from './schema-faults.ts'

/** Bodies stand under bodies that exist, and successions agree with the lives of the bodies they join. */
export function checkBodies({ records }: Draft, report: Report): void {
  const bodies = new Map(
    records.bodies.map(({ record }) => [
      record.key,
      { ...record, versions: versionsClosed(record.versions) },
    ]),
  )
  for (const { record, where } of records.bodies) checkParents(bodies, record.key, where, report)
  for (const { record, where } of records.successions) checkSuccession(bodies, record, where, report)
  for (const { record, where } of records.committees) {
    if (!bodies.has(record.key))
      report(where, [], 'committee-without-body', { found: record.key, part: 'key' })
  }
}

function checkParents(bodies: Map<string, Body>, key: string, where: Where, report: Report): void {
  for (const [at, version] of (bodies.get(key)?.versions ?? []).entries()) {
    const parent = version.parent ? bodies.get(version.parent) : undefined
    if (!parent) continue
    const path = ['versions', at, 'parent']
    if (climbs(bodies, key, version.from)) {
      report(where, path, 'circle', { found: parent.key })
      continue
    }
    const last = parent.versions.at(-1)?.until
    if (last && (!version.until || version.until > last) && last >= version.from) {
      report(where, path, 'parent-ended', { severity: 'warning', found: parent.key, day: last })
    } else if (!parent.versions.some((one) => holds(one, version.from))) {
      report(where, path, 'not-yet-there', { found: parent.key, name: parent.key, day: version.from })
    }
  }
}

function climbs(bodies: Map<string, Body>, key: string, day: string): boolean {
  const seen = new Set<string>()
  let here: string | undefined = key
  while (here && !seen.has(here)) {
    seen.add(here)
    here = bodies.get(here)?.versions.find((version) => holds(version, day))?.parent
  }
  return here === key
}

const shapes: Record<Succession['kind'], (from: number, to: number) => boolean> = {
  renamed: (from, to) => from === 1 && to === 1,
  split: (from, to) => from === 1 && to > 1,
  merged: (from, to) => from > 1 && to === 1,
  abolished: (_, to) => to === 0,
  succeeded: (_, to) => to > 0,
}

function checkSuccession(
  bodies: Map<string, Body>,
  succession: Succession,
  where: Where,
  report: Report,
): void {
  const { kind, from, to, on, precision, passes } = succession
  const renamesItself = kind !== 'renamed' || from[0] === to[0]
  if (!shapes[kind](from.length, to.length) || !renamesItself) {
    report(where, ['kind'], 'succession-shape', {
      found: `${kind}: ${from.join(', ')} → ${to.join(', ')}`,
      name: kind,
    })
    return
  }
  if (precision !== 'day') return
  if (kind === 'renamed') {
    const renamed = bodies.get(from[0] ?? '')
    if (renamed && !renamed.versions.some((version) => version.from === on)) {
      report(where, ['on'], 'not-yet-there', { found: on, name: renamed.key, day: on })
    }
    return
  }
  for (const [at, key] of from.entries()) {
    const body = bodies.get(key)
    if (
      body &&
      passes === 'all' &&
      !to.includes(key) &&
      body.versions.some((version) => holds(version, on))
    ) {
      report(where, ['from', at], 'lives-on', { found: key, day: dayBefore(on) })
    }
    if (body && !body.versions.some((version) => holds(version, dayBefore(on)))) {
      report(where, ['from', at], 'not-yet-there', { found: key, name: key, day: dayBefore(on) })
    }
  }
  for (const [at, key] of to.entries()) {
    const body = bodies.get(key)
    if (body && !body.versions.some((version) => holds(version, on))) {
      report(where, ['to', at], 'not-yet-there', { found: key, name: key, day: on })
    }
  }
}
