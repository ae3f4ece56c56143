import { geoArea, geoMercator, geoPath } from 'd3-geo'

type Ring = readonly (readonly number[])[]
type Geometry =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
export type Feature = {
  type: 'Feature'
  id?: string | number
  properties: Readonly<Record<string, unknown>> | null
  geometry: Geometry
}
export type FeatureCollection = { type: 'FeatureCollection'; features: readonly Feature[] }

/** How wide a map is drawn. */
export const mapWidth = 640

/** The districts as paths on a sheet of this width, each with its middle and its rings, for lines across it. */
export function drawn(shapes: FeatureCollection) {
  const features = shapes.features.map((each) => ({ ...each, geometry: wound(each.geometry) }))
  const city = { ...shapes, features }
  const projection = geoMercator().fitWidth(mapWidth, city)
  const path = geoPath(projection).digits(1)
  return {
    height: Math.ceil(path.bounds(city)[1][1]),
    shapes: features.map((each) => ({
      id: String(each.properties?.id ?? each.id ?? ''),
      path: path(each) ?? '',
      at: path.centroid(each).map(Math.round),
      rings: polygons(each.geometry)
        .flat()
        .map((ring) => ring.flatMap(([x, y]) => [projection([x!, y!]) ?? []])),
    })),
  }
}

const polygons = (geometry: Geometry): readonly (readonly Ring[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

/** On a sphere the inside of a ring is a matter of its direction, about which GeoJSON files differ. */
function wound(geometry: Geometry): Geometry {
  const turned = (polygon: readonly Ring[]) =>
    polygon.map((ring, i) => {
      const big = geoArea({ type: 'Polygon', coordinates: [ring] } as { type: string }) > 2 * Math.PI
      return big === (i === 0) ? ring.toReversed() : ring
    })
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turned(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(turned) }
}

/**
 * Slanting lines that fill an area, `gap` apart. Drawn one by one, since a pattern of SVG needs an id, and there may
 * be two maps on a page.
 */
export function hatched(rings: readonly Ring[], gap: number): string {
  const edges = rings.flatMap((ring) => ring.map((each, i) => [each, ring[(i + 1) % ring.length]!] as const))
  const slants = rings.flat().map(([x, y]) => x! + y!)
  const first = Math.ceil(Math.min(...slants) / gap)
  const count = Math.max(0, Math.floor(Math.max(...slants) / gap) - first + 1)
  return Array.from({ length: count }, (_, i) => (first + i) * gap)
    .map((slant) => crossed(edges, slant, gap / 12))
    .join('')
}

/** The parts of one slanting line that lie inside, from every odd crossing to the next, clear of the border. */
function crossed(
  edges: readonly (readonly [readonly number[], readonly number[]])[],
  slant: number,
  clear: number,
) {
  const crossings = edges
    .flatMap(([[ax, ay], [bx, by]]) => {
      const [a, b] = [ax! + ay! - slant, bx! + by! - slant]
      return a < 0 === b < 0 ? [] : [ax! + (a / (a - b)) * (bx! - ax!)]
    })
    .sort((a, b) => a - b)
  const spot = (x: number) => `${x.toFixed(1)} ${(slant - x).toFixed(1)}`
  return crossings
    .flatMap((from, i) => (i % 2 === 0 ? [[from + clear, crossings[i + 1]! - clear] as const] : []))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => `M${spot(from)}L${spot(to)}`)
    .join('')
}
