/** A bar that grows while somebody watches a terminal, and nothing where nobody does. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  const wide = 30
  const watched = stream.isTTY
  return {
    show(done: number, of: number) {
      if (!watched || of === 0) return
      const full = Math.round((wide * done) / of)
      stream.write(`\r${'█'.repeat(full)}${'░'.repeat(wide - full)} ${Math.floor((100 * done) / of)} %`)
    },
    clear() {
      if (watched) stream.write(`\r${' '.repeat(wide + 8)}\r`)
    },
  }
}
