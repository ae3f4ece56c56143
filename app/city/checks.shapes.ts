import type { Draft, Report } from './draft.ts'
import type { Path } from './fault.ts'
import type { Where } from './schema-faults.ts'
import type { Ring, Shape } from './shapes.ts'
import { nearest } from './spelling.ts'
import { isMapping } from './walk.ts'

/** Each district's outline: one feature with `properties.key`, rings that close, positions on the globe. */
export function checkShapes({ shapes, names }: Draft, report: Report): Map<string, Shape> {
  const found = new Map<string, Shape>()
  if (!shapes) return found
  const where = { parsed: shapes, at: [] }
  const features =
    isMapping(shapes.data) && Array.isArray(shapes.data.features) ? shapes.data.features : undefined
  if (!features) {
    report(where, [], 'shape-kind', { found: 'FeatureCollection' })
    return found
  }
  for (const [at, feature] of features.entries()) {
    const key = isMapping(feature) && isMapping(feature.properties) ? String(feature.properties.key) : ''
    if (found.has(key)) report(where, ['features', at, 'properties', 'key'], 'duplicate-key', { found: key })
    else if (!names.districts.has(key)) {
      report(where, ['features', at, 'properties', 'key'], 'shape-unknown', {
        found: key,
        near: nearest(key, names.districts),
      })
    }
    const shape = isMapping(feature)
      ? shapeOf(feature.geometry, where, ['features', at, 'geometry'], report)
      : undefined
    if (shape) found.set(key, shape)
  }
  const drawn = new Set(
    features.map((each) => (isMapping(each) && isMapping(each.properties) ? each.properties.key : '')),
  )
  for (const key of names.districts)
    if (!drawn.has(key)) report(where, ['features'], 'shape-missing', { name: key, part: 'key' })
  return found
}

function shapeOf(geometry: unknown, where: Where, path: Path, report: Report): Shape | undefined {
  if (isMapping(geometry) && Array.isArray(geometry.coordinates)) {
    const { type, coordinates } = geometry
    const inside = [...path, 'coordinates']
    if (type === 'Polygon') {
      return rings(coordinates, where, inside, report)
        ? { type, coordinates: coordinates as Ring[] }
        : undefined
    }
    if (type === 'MultiPolygon') {
      const right = coordinates.map((polygon, at) => rings(polygon, where, [...inside, at], report))
      return right.every(Boolean) ? { type, coordinates: coordinates as Ring[][] } : undefined
    }
  }
  report(where, path, 'shape-kind', { found: isMapping(geometry) ? geometry.type : geometry })
  return undefined
}

function rings(given: unknown, where: Where, path: Path, report: Report): boolean {
  if (!Array.isArray(given) || given.length === 0) {
    report(where, path, 'ring-short', { found: given })
    return false
  }
  return given.map((ring, at) => ringIsRight(ring, where, [...path, at], report)).every(Boolean)
}

function ringIsRight(ring: unknown, where: Where, path: Path, report: Report): boolean {
  if (!Array.isArray(ring) || ring.length < 4) {
    report(where, path, 'ring-short', { found: ring })
    return false
  }
  const astray = ring.findIndex((position) => !onTheGlobe(position))
  if (astray >= 0) {
    report(where, [...path, astray], 'position', { found: ring[astray] })
    return false
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first[0] === last[0] && first[1] === last[1]) return true
  report(where, [...path, ring.length - 1], 'ring-open', { found: last, near: JSON.stringify(first) })
  return false
}

const onTheGlobe = (position: unknown): boolean =>
  Array.isArray(position) &&
  position.length >= 2 &&
  position.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
  Math.abs(position[0]) <= 180 &&
  Math.abs(position[1]) <= 90
