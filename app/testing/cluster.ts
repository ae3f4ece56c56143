import { execFileSync, spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A PostgreSQL server that lives no longer than this process. */
export type Cluster = { folder: string; stop(): Promise<void> }

export const addressIn = (folder: string, database: string): string =>
  `postgresql:///${database}?host=${folder}&user=madang`

/**
 * The shell waits for the end of its input, which comes when this process ends, however it ends;
 * then it stops the server and leaves nothing behind.
 */
const life = `
set -e
dir=$(mktemp -d /tmp/madang-postgres-XXXXXX)
trap 'rm -rf "$dir"' EXIT
initdb -D "$dir/data" -U madang -A trust -E UTF8 --no-locale --no-sync >/dev/null
postgres -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=200 "$@" >"$dir/log" 2>&1 </dev/null &
until pg_isready -q -h "$dir"; do kill -0 $! || { cat "$dir/log" >&2; exit 1; }; sleep 0.05; done
echo "$dir"
cat >/dev/null
kill -INT $!
wait
`

const forgetful = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((each) => ['-c', `${each}=off`])

/**
 * Starts a server in a folder of its own, reached only through a socket in that folder.
 * Unless it is to be durable it is quick instead, and forgets when the machine fails.
 */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
  const shell = spawn('sh', ['-c', life, 'cluster', ...(durable ? [] : forgetful)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: `${debianPrograms()}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' },
    ...serverAccount(),
  })
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const folder = await firstLineOf(shell.stdout)
  if (!folder)
    throw new Error(
      'PostgreSQL did not start; what it said stands above. Is the package postgresql installed?',
    )
  const stop = () => {
    shell.stdin.end()
    return ended
  }
  return { folder, stop }
}

/** Debian keeps the server's programs off the path; the newest version wins. */
const debianPrograms = (): string =>
  globSync('/usr/lib/postgresql/*/bin')
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .join(':')

/** PostgreSQL refuses to be run by root; Debian's package brings an account for it. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function firstLineOf(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface(stream)) return line
  return undefined
}
