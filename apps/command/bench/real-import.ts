import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  announcement2018,
  electionId,
  readSources,
  runCommand,
  seatsCsv,
  byTwo,
  signInSecretariat,
  sourceFiles,
  startChildServer,
  type Ready,
} from '@intikhab/rehearsal/stage'
import type { Figure } from './figure.ts'
import type { Stage } from './stage.ts'
import { timed } from './timed.ts'

const what = 'import of the real scheme, census blocks and candidates of 2018'

const census = ['census-2017/census2017_blocks.csv.gz', 'census-2017/census2017_all_lines.csv.gz'] as const
const boundaries = 'boundaries/na_2018delim_v2.geojson'
const delimitation = '2018'

/** What an import command says of itself with `--json`. */
interface Imported {
  readonly report: {
    readonly files: readonly { readonly rows: number }[]
    readonly findings: readonly { readonly count: number }[]
  }
}

/** The real tables, as an operator brings them in: with the import commands, beside a running server. */
export const importStage: Stage = {
  figures: ['import'],
  async *play(_wanted, { data, workshop, onProgress }) {
    const folder = resolve(data)
    if (!existsSync(folder)) {
      yield { name: 'import', what, measures: [], sizes: '', leftOut: `there is no folder ${folder}` }
      return
    }
    const dataFolder = join(workshop, 'import')
    mkdirSync(dataFolder, { recursive: true })
    const server = await startChildServer<Ready>(['--rehearsal', '--port', '0', '--data', dataFolder])
    try {
      await byTwo(await signInSecretariat(server.ready), '/api/elections', announcement2018(electionId))
      const bring = async (...words: readonly string[]): Promise<Brought> => {
        onProgress(`Importing ${words[0] ?? ''}`, 0, 1)
        return importBy(words, dataFolder)
      }
      const seats = join(workshop, 'seats.csv')
      writeFileSync(seats, allSeats(folder))
      const asked = [
        await bring('census', ...census.map((file) => join(folder, file)), '--as', 'census-2017'),
        await bring('candidates', join(folder, sourceFiles.candidates), '--election', electionId),
      ]
      // What follows lies between: the scheme's stations are held against the seats and their polygons.
      const besides = [
        await bring('constituencies', seats, '--as', delimitation),
        await bring('boundaries', join(folder, boundaries), '--delimitation', delimitation, '--attribution', 'bench'),
      ]
      const place = ['--election', electionId, '--delimitation', delimitation, '--final']
      asked.push(await bring('polling-scheme', join(folder, sourceFiles.scheme), ...place))
      yield figureOf(asked, besides)
    } finally {
      await server.stop()
    }
  },
}

interface Brought {
  readonly kind: string
  readonly seconds: number
  readonly rows: number
  readonly findings: number
}

async function importBy(words: readonly string[], dataFolder: string): Promise<Brought> {
  const { value, seconds } = await timed(() => runCommand<Imported>(['import', ...words, '--data', dataFolder]))
  const { report } = value
  return {
    kind: words[0] ?? '',
    seconds,
    rows: report.files.reduce((sum, { rows }) => sum + rows, 0),
    findings: report.findings.reduce((sum, { count }) => sum + count, 0),
  }
}

function allSeats(folder: string): string {
  const { contested, uncounted } = readSources(folder).source
  return seatsCsv(
    contested.map((seat) => ({ seat, scheme: [] })),
    uncounted,
  )
}

const say = ({ kind, seconds, rows, findings }: Brought): string =>
  `${kind} ${seconds.toFixed(1)} s (${rows.toLocaleString('en')} rows, ${findings.toLocaleString('en')} findings)`

function figureOf(asked: readonly Brought[], besides: readonly Brought[]): Figure {
  const together = asked.reduce((sum, { seconds }) => sum + seconds, 0)
  return {
    name: 'import',
    what,
    measures: [{ of: '', value: together, unit: 's', atMost: 20 }],
    sizes: `${asked.map(say).join(', ')}, each with the start of the command; not counted: ${besides.map(say).join(', ')}`,
  }
}
