import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Another process is using the folder. */
export class InUse extends Error {
  override name = 'InUse'
}

/** Keeps a folder for this process: a second one would ruin the embedded database. @throws InUse */
export async function lock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'lock')
  const [holder, began] = (await readFile(file, 'utf8').catch(() => '')).split(' ')
  if (await isStill(Number(holder), began)) throw new InUse(folder)
  await writeFile(file, `${process.pid} ${await beganAt(process.pid)}`)
  return () => rm(file, { force: true })
}

/** Whether it is that very process: after a restart of the machine its number may be another's. */
const isStill = async (pid: number, began = ''): Promise<boolean> =>
  pid > 0 && pid !== process.pid && isAlive(pid) && began === (await beganAt(pid))

/** When a process began, in ticks of the machine; nothing where the system does not say (proc(5), field 22). */
async function beganAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
