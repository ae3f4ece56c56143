import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the tests need besides npm packages: a browser, a real PostgreSQL, and letters for Korean. */
const tools = [
  { of: 'chromium', here: () => onPath('chromium', 'chromium-browser', 'google-chrome') },
  {
    of: 'postgresql',
    here: () => onPath('initdb') || globSync('/usr/lib/postgresql/*/bin/initdb').length > 0,
  },
  { of: 'fonts-noto-cjk', here: () => globSync('/usr/share/fonts/**/*CJK*').length > 0 || !isDebian() },
]

const onPath = (...names: string[]): boolean =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => names.some((name) => existsSync(join(folder, name))))

const isDebian = (): boolean => existsSync('/usr/bin/apt-get')

const missing = tools.filter((tool) => !tool.here()).map((tool) => tool.of)
if (missing.length > 0) install(missing)

function install(packages: readonly string[]): void {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!isDebian() || process.getuid?.() !== 0) {
    console.error(`The tests need ${packages.join(', ')}. On Debian or Ubuntu: sudo ${command}`)
    process.exit(1)
  }
  console.log(`Installing what the tests need: ${packages.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('sh', ['-c', `apt-get update -q >/dev/null && ${command} >/dev/null`], {
    env,
    stdio: 'inherit',
  })
  if (done.status !== 0) {
    console.error(`This did not work; please run it by hand: ${command}`)
    process.exit(1)
  }
}
