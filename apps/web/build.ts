/** Builds the screens: a client bundle for browsers and a server bundle that renders the public pages. `npm run build`. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { writeBill } from './bill-of-materials.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')

/** Where the built files are; `built` is written last. */
export const webDist = join(here, 'dist')
const stamp = join(webDist, 'built')

/** Folders whose files end up in a bundle. */
const sources = ['law', 'kernel', 'election', 'citizen', 'apps/web']
const passedOver = new Set(['node_modules', 'dist', 'server', 'sim', 'migrations', 'zoo', 'serve'])

function newest(folder: string): number {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) time = Math.max(time, newest(path))
    } else if (/\.(?:tsx?|css)$/.test(entry.name) && !entry.name.includes('.test.'))
      time = Math.max(time, statSync(path).mtimeMs)
  }
  return time
}

/** True if there is no build or a source is newer than it. */
export function isStale(): boolean {
  if (!existsSync(stamp)) return true
  const lockfile = statSync(join(root, 'package-lock.json')).mtimeMs
  return statSync(stamp).mtimeMs < Math.max(lockfile, ...sources.map((folder) => newest(join(root, folder))))
}

const shared: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'warn',
  // Said outright: the bundler would take them from NODE_ENV, which is `test` where a test builds the screens.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  resolve: { dedupe: ['react', 'react-dom'] },
}

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/** Libraries mark modules for another bundler's servers; in one bundle the marks mean nothing. */
const withoutMarks: Pick<RolldownOptions, 'onLog'> = {
  onLog(level, log, handle) {
    if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
  },
}

const client: InlineConfig = {
  ...shared,
  build: {
    outDir: join(webDist, 'client'),
    manifest: true,
    target: 'es2023',
    // Fonts must stay files: the pages' content security policy knows no data: addresses for them.
    assetsInlineLimit: 0,
    cssTarget: 'chrome120',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { ...withoutMarks, input: [join(here, 'enhance/index.ts'), join(here, 'staff/index.tsx')] },
  },
}

const server: InlineConfig = {
  ...shared,
  // React's development build would render four times slower; bundled, the definition above chooses the other one.
  ssr: { noExternal: true, target: 'node' },
  build: {
    outDir: join(webDist, 'server'),
    ssr: join(here, 'pages/site.tsx'),
    target: 'node26',
    rolldownOptions: { ...withoutMarks, output: { entryFileNames: 'site.js' } },
  },
}

/** Told how far the build is: steps done of all. */
export interface BuildOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** Build even if nothing is newer. */
  readonly force?: boolean
}

/** Builds both bundles if their sources are newer; says whether it did. Rejects with the bundler's message on faulty sources. */
export async function buildWeb({ onProgress, force }: BuildOptions = {}): Promise<boolean> {
  if (force !== true && !isStale()) return false
  // Only a build needs the bundler; a server that finds its screens built starts without it.
  const { build } = await import('vite')
  rmSync(webDist, { recursive: true, force: true })
  let done = 0
  onProgress?.(done, 2)
  await Promise.all(
    [client, server].map(async (configuration) => {
      await build(configuration)
      onProgress?.(++done, 2)
    }),
  )
  await writeBill(root, join(webDist, 'sbom.json'))
  writeFileSync(stamp, '')
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  await buildWeb({ force: true })
  process.stdout.write(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
