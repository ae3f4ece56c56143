import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'

/** How long answers took, in milliseconds, the shortest first. */
export type Waits = { waits: number[]; bytes: number }

/** Asks for addresses one after another on so many lines at once, for so long. @throws on any answer but 200 */
export async function load(
  port: number,
  pathOf: (turn: number) => string,
  { lines, seconds }: { lines: number; seconds: number },
): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: lines })
  const waits: number[] = []
  let turn = 0
  let bytes = 0
  const ends = performance.now() + seconds * 1000
  const line = async () => {
    while (performance.now() < ends) {
      const begins = performance.now()
      const received = await ask(port, pathOf(turn++), agent)
      waits.push(performance.now() - begins)
      bytes += received
    }
  }
  await Promise.all(Array.from({ length: lines }, line))
  agent.destroy()
  return { waits: waits.sort((a, b) => a - b), bytes: bytes / waits.length }
}

function ask(port: number, path: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`)),
      )
    }).on('error', reject)
  })
}

export const share = (waits: readonly number[], part: number): number =>
  Math.round(10 * waits[Math.floor(waits.length * part)]!) / 10
