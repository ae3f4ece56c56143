import type { Server } from 'node:http'

/** Whoever is being answered has a while to hear the end of it; then the city closes all the same. */
export async function closed(server: Server, milliseconds = 5000): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(patience)
}
