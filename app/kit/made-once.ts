/**
 * Makes a thing once for the same arguments. For what costs more to make than to use and of which there are few, as
 * formatters: making one takes a hundred times longer than writing a date with it.
 */
export function madeOnce<A extends readonly unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>()
  return (...args) => {
    const key = JSON.stringify(args)
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(...args)
    made.set(key, fresh)
    return fresh
  }
}
