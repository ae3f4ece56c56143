import { readdir, readFile } from 'node:fs/promises'

const ticksPerSecond = 100

type Process = { pid: number; parent: number; ticks: number; ticksOfEnded: number }

/** Seconds of processor time that a process has used with all that it started; from where Linux keeps it. */
export async function secondsUsed(pid: number): Promise<number> {
  const family = await familyOf(pid)
  return family.reduce((sum, each) => sum + each.ticks + each.ticksOfEnded, 0) / ticksPerSecond
}

/** Megabytes in memory of the largest of them. */
export async function megabytesOf(pid: number): Promise<number> {
  const family = await familyOf(pid)
  const sizes = await Promise.all(family.map(async (each) => readFile(`/proc/${each.pid}/status`, 'utf8')))
  return Math.max(...sizes.map((status) => Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)))
}

async function familyOf(pid: number): Promise<Process[]> {
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(read))
  return all.flat().filter((each) => each.pid === pid || each.parent === pid)
}

async function read(pid: string): Promise<Process[]> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name in brackets may hold anything; what follows it are numbers.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const [own, inSystem, ended, endedInSystem] = fields.slice(11, 15).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  return line
    ? [
        {
          pid: Number(pid),
          parent: Number(fields[1]),
          ticks: own + inSystem,
          ticksOfEnded: ended + endedInSystem,
        },
      ]
    : []
}
