export type Ring = [longitude: number, latitude: number][]

/** A district's outline in WGS 84, as GeoJSON says it (RFC 7946, section 3.1). */
export type Shape = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
