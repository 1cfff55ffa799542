import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import type { Refusal } from '@intikhab/kernel/refusal'
import { fileSource, type ImportReport, type ProblemReport } from '@intikhab/kernel/tables'
import { getRulePack } from '@intikhab/law'
import { listContests, readCandidates2018, symbols } from '@intikhab/nominations'
import { importScheme } from '@intikhab/polling-scheme'
import { parseElectionId } from '@intikhab/programme'
import { importCentres, parseRollId, readVoterFeed } from '@intikhab/rolls'
import { openHouse, queueDisplay, type House } from '@intikhab/server'
import { progressBar } from './progress.ts'
import { given } from './publish.ts'
import { environmentWith } from './start.ts'

interface ImportOptions {
  readonly data?: string
  readonly json?: boolean
}

type Imported =
  | { readonly ok: true; readonly report: ImportReport | null; readonly imported?: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: ProblemReport | null }

const by = { actor: { kind: 'system', id: 'command' } } as const
const named = (id: string) => ({ id, name: { en: id, ur: id } })

/** Prints a report, or the problems for which nothing was imported; sets the exit code. */
function tell(outcome: Imported, asJson: boolean): void {
  process.exitCode = outcome.ok ? 0 : 1
  if (asJson) {
    console.log(JSON.stringify(outcome, null, 2))
    return
  }
  if (!outcome.ok) {
    const { problems, refusal } = outcome
    for (const { file, line, field, en, code } of problems?.problems ?? [])
      console.log(`✗ ${file}${line === 0 ? '' : `:${line}`}${field === null ? '' : ` ${field}`}: ${en} (${code})`)
    console.log(`Nothing was imported: ${refusal.kind.en} (${refusal.kind.code})`)
    return
  }
  for (const { name, rows } of outcome.report?.files ?? []) console.log(`✓ ${name}: ${rows.toLocaleString('en')} rows`)
  if (outcome.imported !== undefined) console.log(`✓ ${outcome.imported.toLocaleString('en')} entries`)
  for (const [name, total] of Object.entries(outcome.report?.totals ?? {}))
    console.log(`  ${name}: ${total.toLocaleString('en')}`)
  for (const { code, count, en } of outcome.report?.findings ?? [])
    console.log(`! ${count.toLocaleString('en')} × ${en} (${code})`)
}

async function run(
  label: string,
  files: readonly string[],
  options: ImportOptions,
  act: (house: House) => Promise<Imported>,
): Promise<void> {
  for (const file of files) if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  const house = await openHouse(environmentWith(options), { borrow: true })
  const bar = progressBar(label)
  try {
    bar.report(0, 1)
    const outcome = await act(house)
    bar.report(1, 1)
    bar.end()
    tell(outcome, options.json === true)
  } finally {
    await house.close()
  }
}

async function importCandidates(house: House, file: string, electionId: string): Promise<Imported> {
  const reading = await readCandidates2018(fileSource(file))
  if (!reading.ok) return { ok: false, refusal: { kind: fileRefused }, problems: reading.refused }
  const { plan, report } = reading
  const occasion = { electionId, by, at: house.now(), report }
  const listed = await listContests(house, { ...plan, symbols }, occasion)
  return listed.ok ? { ok: true, report } : { ok: false, refusal: listed.refusal, problems: null }
}

const fileRefused = {
  code: 'command.file-refused',
  status: 422,
  en: 'The file has problems.',
  ur: 'فائل میں خرابیاں ہیں۔',
} as const

async function importPollingScheme(
  house: House,
  file: string,
  options: { election: string; delimitation: string; final?: boolean; reason: string },
): Promise<Imported> {
  const election = await house.programme.store.findElection(given(parseElectionId(options.election)))
  if (election === undefined) throw new CannotStart(`There is no election ${options.election}; announce it first.`)
  const { votersPerStation, votersPerBooth } = getRulePack(election.packId).values.polling
  const norms = { votersPerStation: votersPerStation.value, votersPerBooth: votersPerBooth.value }
  const status = options.final === true ? ('final' as const) : ('draft' as const)
  const { delimitation: delimitationId, reason } = options
  return importScheme(house, fileSource(file), { electionId: election.id, delimitationId, norms, status, reason }, by)
}

/** `intikhab import …`: files into the register, with the report that each importer makes. */
export function importCommand(program: Command): void {
  const group = program
    .command('import')
    .summary('import files, with a report')
    .description(
      'Reads files into the register. A file with a problem (wrong encoding, a missing column, a letter in a number …) is refused whole, with file, line, field and reason. What a file says about the world is imported as it stands and reported: duplicates, gaps, totals that do not add up.',
    )
  const command = (name: string, summary: string) =>
    group
      .command(name)
      .summary(summary)
      .description(summary)
      .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
      .option('--json', 'write the report as JSON')

  command('census', 'census blocks and the printed lines that they are checked against')
    .argument('<blocks>', 'table of blocks, .csv or .csv.gz')
    .argument('<lines>', 'all printed lines, .csv or .csv.gz')
    .requiredOption('--as <id>', 'name of the census, e.g. census-2017')
    .action((blocks: string, lines: string, options: ImportOptions & { as: string }) =>
      run('Importing the census', [blocks, lines], options, (house) =>
        house.delimitations.importCensus(
          { blocks: fileSource(blocks), lines: fileSource(lines) },
          named(options.as),
          by,
        ),
      ),
    )
  command('constituencies', 'the seats of a delimitation')
    .argument('<file>', '.csv')
    .requiredOption('--as <id>', 'name of the delimitation, e.g. 2018')
    .option('--census <id>', 'census by which it was drawn')
    .action((file: string, options: ImportOptions & { as: string; census?: string }) =>
      run('Importing constituencies', [file], options, (house) =>
        house.delimitations.importConstituencies(
          fileSource(file),
          { ...named(options.as), censusId: options.census ?? null },
          by,
        ),
      ),
    )
  command('boundaries', "the polygons of a delimitation's National Assembly seats")
    .argument('<file>', '.geojson')
    .requiredOption('--delimitation <id>', 'delimitation to which they belong')
    .requiredOption('--attribution <text>', 'whose work they are, shown below each map')
    .action((file: string, options: ImportOptions & { delimitation: string; attribution: string }) =>
      run('Importing boundaries', [file], options, (house) =>
        house.delimitations.importBoundaries(
          fileSource(file),
          { delimitationId: options.delimitation, attribution: options.attribution },
          by,
        ),
      ),
    )
  command('polling-scheme', 'the polling stations of an election')
    .argument('<file>', '.csv or .csv.gz')
    .requiredOption('--election <id>', 'election whose stations they are')
    .requiredOption('--delimitation <id>', 'delimitation of its seats')
    .option('--final', 'the scheme is final, not a draft')
    .option('--reason <text>', 'why there is another version', '')
    .action(
      (
        file: string,
        options: ImportOptions & { election: string; delimitation: string; final?: boolean; reason: string },
      ) => run('Importing the polling scheme', [file], options, (house) => importPollingScheme(house, file, options)),
    )
  command('candidates', 'seats and contesting candidates of an election')
    .argument('<file>', '.csv')
    .requiredOption('--election <id>', 'election for which they stand')
    .action((file: string, options: ImportOptions & { election: string }) =>
      run('Importing candidates', [file], options, (house) => importCandidates(house, file, options.election)),
    )
  command('display-centres', 'where the roll of each electoral area is displayed')
    .argument('<file>', '.csv or .csv.gz')
    .requiredOption('--roll <id>', 'roll that is displayed')
    .action((file: string, options: ImportOptions & { roll: string }) => {
      const rollId = parseRollId(options.roll)
      if (rollId === undefined) throw new CannotStart(`${options.roll} is no name of a roll.`)
      return run('Importing display centres', [file], options, (house) =>
        importCentres(
          { ...house, queuePublication: queueDisplay },
          fileSource(file),
          { rollId, district: null },
          by.actor,
        ),
      )
    })
  command('voters', 'a feed of the civil registry')
    .argument('<file>', '.csv')
    .action((file: string, options: ImportOptions) =>
      run('Importing voters', [file], options, async (house) => {
        const feed = await readVoterFeed(fileSource(file))
        if (!feed.ok) return { ok: false, refusal: feed.refusal, problems: feed.report }
        const done = await house.rolls.importFeed(feed.feed, by)
        return done.ok
          ? { ok: true, report: null, imported: done.imported }
          : { ok: false, refusal: done.refusal, problems: done.report }
      }),
    )
}
