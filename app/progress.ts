const wide = 30

/** A bar that grows while somebody watches a terminal, and nothing where nobody does. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  const write = (line: string) => stream.isTTY && stream.write(`\r\u001B[K${line}`)
  return {
    /** Without a known end it only counts. */
    show(what: string, done: number, of?: number) {
      const full = of ? Math.round((wide * done) / of) : 0
      const bar = of
        ? `${'█'.repeat(full)}${'░'.repeat(wide - full)} ${Math.floor((100 * done) / of)} % `
        : ''
      write(`${bar}${what} ${done}`)
    },
    clear: () => write(''),
  }
}
