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

/**
 * As `madeOnce`, for one key of which there are too many to keep them all: forgets everything when there are more than
 * a busy day needs.
 */
export function keptLately<K, T>(make: (key: K) => T, most = 10_000): (key: K) => T {
  const made = new Map<K, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    if (made.size >= most) made.clear()
    made.set(key, fresh)
    return fresh
  }
}
