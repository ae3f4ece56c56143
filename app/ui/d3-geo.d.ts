declare module 'd3-geo' {
  type Shape = { type: string }
  type Projection = {
    (point: [number, number]): [number, number] | null
    fitWidth(width: number, shape: Shape): Projection
  }
  type Path = {
    (shape: Shape): string | null
    centroid(shape: Shape): [number, number]
    bounds(shape: Shape): [[number, number], [number, number]]
    digits(digits: number): Path
  }
  export function geoMercator(): Projection
  export function geoPath(projection: Projection): Path
  export function geoArea(shape: Shape): number
}
