export class NotFound extends Error {
  override name = 'NotFound'
}

/** The thing that a path names, or the 404 page. */
export async function found<T>(thing: Promise<T | undefined> | T | undefined): Promise<T> {
  const it = await thing
  if (it === undefined) throw new NotFound()
  return it
}
