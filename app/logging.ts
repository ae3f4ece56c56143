/**
 * An error as it may stand in a log: where it happened, and what kind it is. Databases and mail servers say in their
 * own words what they were given, so of those only the code is kept, and the query without its values.
 */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '', cause } = error
  const { code, query } = error as { code?: unknown; query?: unknown }
  const isOurs = code === undefined && query === undefined && !(error instanceof SyntaxError)
  return {
    type: name,
    ...(isOurs && { message }),
    code,
    query,
    stack: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(cause !== undefined && { cause: loggable(cause) }),
  }
}
