import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createEditionStore, publishEdition } from '@intikhab/kernel/editions'
import { openSigner } from '@intikhab/kernel/ledger'
import { openPackSecret } from '@intikhab/rolls'
import { buildMadeUpPack, madeUpCnic } from '@intikhab/rolls/sim'
import { loadInTurns, loadMeasures, sayLoads } from '../best-load.ts'
import type { Figure } from '../figure.ts'
import { loading, type BenchSettings, type Stage } from '../stage.ts'
import type { ChildSays } from './child.ts'

/** CNICs that are asked for over HTTP, from all over the pack. */
const asked = 200_000

const series = 'enquiry-made-up'

interface Made {
  /** Folder of the edition. */
  readonly folder: string
  readonly secretFile: string
  readonly figure: Figure
}

/** Builds and publishes the pack of a made-up country. */
async function makePack({ workshop, voters, onProgress }: BenchSettings): Promise<Made> {
  const folder = join(workshop, 'look-up')
  const secretFile = join(folder, 'pack.secret')
  const secret = openPackSecret(secretFile)
  const began = performance.now()
  using pack = buildMadeUpPack({
    voters,
    secret,
    workshop: join(folder, 'workshop'),
    onProgress: (done) => onProgress('Building a look-up pack', done, voters),
  })
  const built = performance.now()
  onProgress('Publishing the look-up pack', 0, 1)
  const root = join(folder, 'editions')
  const { manifest } = await publishEdition({
    store: createEditionStore({ root }),
    signer: openSigner(join(folder, 'key.pem'), 'bench'),
    series,
    madeAt: new Date().toISOString(),
    subject: {},
    ledger: null,
    changed: pack.files,
    unchanged: [],
  })
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
  const lists = manifest.files.filter(({ path }) => path.endsWith('.json')).reduce((sum, { size }) => sum + size, 0)
  return {
    folder: join(root, series, '1'),
    secretFile,
    figure: {
      name: 'look-up',
      what: 'look-up pack of a made-up roll, built and published',
      measures: [
        { of: 'a voter', value: bytes / voters, unit: 'B', atMost: 20 },
        { of: 'built', value: (built - began) / 1000, unit: 's' },
        { of: 'published', value: (performance.now() - built) / 1000, unit: 's' },
        { of: 'peak', value: process.resourceUsage().maxRSS / 1024, unit: 'MB', atMost: 2000 },
      ],
      sizes: `${voters.toLocaleString('en')} voters, ${(bytes / 1e9).toFixed(2)} GB of it ${(lists / 1e6).toFixed(0)} MB lists; without a database: voters are made by one thread, which hashes and sorts them as well`,
    },
  }
}

/** Takes the files of a folder out of the system's memory, as after a restart; false where that cannot be done. */
function makeCold(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.every(
    ({ parentPath, name }) =>
      spawnSync('dd', [`if=${join(parentPath, name)}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0,
  )
}

/** The child's lines, each as it comes. */
async function* linesOf(child: ChildProcess): AsyncGenerator<ChildSays> {
  if (child.stdout === null) throw new Error('the child was started with pipes')
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as ChildSays
}

function inProcess(said: ChildSays & { said: 'opened' }, perSecond: readonly number[], isCold: boolean): Figure {
  return {
    name: 'look-up',
    what: 'look-up in the pack, one core, and opening it in a new process',
    measures: [
      { of: '', value: Math.max(...perSecond), unit: '/s', atLeast: 150_000 },
      { of: 'open', value: said.openMs, unit: 'ms', atMost: 200 },
      { of: 'first answer', value: said.firstAnswerMs, unit: 'ms' },
    ],
    sizes: `voters from all over the pack, one question in ten about nobody; turns of a million, the best counts: ${perSecond.map((rate) => Math.round(rate).toLocaleString('en')).join(' · ')}/s; ${isCold ? 'opened with none of its files in memory' : 'opened with its files perhaps in memory'}`,
  }
}

/** A pack of as many voters as the rolls are loaded with, and what is answered from it in a process and over HTTP. */
export const lookUpStage: Stage = {
  figures: ['look-up'],
  async *play(_wanted, settings): AsyncGenerator<Figure> {
    const { folder, secretFile, figure } = await makePack(settings)
    yield figure
    const bodies = join(settings.workshop, 'look-up', 'enquiries')
    await pipeline(Readable.from(enquiries(settings.voters)), createWriteStream(bodies))
    const isCold = makeCold(folder)
    settings.onProgress('Looking voters up', 0, 1)
    const words = [join(import.meta.dirname, 'child.ts'), folder, secretFile]
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    try {
      let opened: (ChildSays & { said: 'opened' }) | undefined
      for await (const line of linesOf(child)) {
        if (line.said === 'opened') opened = line
        else if (line.said === 'rates' && opened !== undefined) yield inProcess(opened, line.perSecond, isCold)
        else if (line.said === 'listening') {
          yield await overHttp(line.url, child.pid ?? 0, bodies, settings)
          break
        }
      }
    } finally {
      child.kill()
      await ended
      rmSync(join(settings.workshop, 'look-up'), { recursive: true, force: true })
    }
  },
}

function* enquiries(voters: number): Generator<string> {
  const step = Math.max(1, Math.floor(voters / asked))
  for (let n = 0; n < Math.min(voters, asked); n++) yield `${JSON.stringify({ cnic: madeUpCnic(n * step) })}\n`
}

async function overHttp(url: string, pid: number, bodies: string, { onProgress }: BenchSettings): Promise<Figure> {
  onProgress('Asking by CNIC over HTTP', 0, 1)
  const headers = { 'content-type': 'application/json' }
  const loads = await loadInTurns(
    { url: `${url}/api/enquiry`, headers, bodies, ...loading, connections },
    pid,
    loading.turns,
  )
  const memory = Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  return {
    name: 'look-up',
    what: 'enquiry by CNIC over HTTP, from the pack',
    measures: [
      ...loadMeasures(loads, { atLeast: 10_000, p99AtMost: 10 }),
      { of: 'memory at most', value: memory, unit: 'MB' },
    ],
    sizes: `${asked.toLocaleString('en')} CNICs one after the other, ${connections} connections, turns of ${loading.seconds} s, the best counts: ${sayLoads(loads)}`,
  }
}

const connections = 32
