import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import {
  chooseSeats,
  closingTable,
  judgeRehearsal,
  rehearseDemonstration,
  rehearse,
  sayVerdict,
  scaledFaults,
  seatLine,
  usualFaults,
  type Rehearsed,
} from '@intikhab/rehearsal'
import { numberFrom } from './numbers.ts'
import { crashCommand } from './rehearse-crash.ts'
import { onInterruption } from './interruption.ts'
import { stepBars } from './start.ts'

interface ElectionOptions {
  readonly data: string
  readonly seats?: readonly string[]
  readonly share?: number
  readonly seed: string
  readonly faults: number
  readonly forms: '45' | 'both'
  readonly pace?: number
  readonly atOnce: number
  readonly threads: number
  readonly keep?: string
  readonly json?: string
  readonly quiet?: boolean
}

function seatCodes(text: string): string[] {
  return text.split(',').map((code) => code.trim().toUpperCase())
}

/** The closing words of a rehearsal; sets the exit code. Speed is judged of the whole election only: a part is mostly warming up. */
function conclude(rehearsed: Rehearsed, isWhole: boolean): void {
  const { report, seconds, verified, partings, unexpected, missing, confirmed } = rehearsed
  console.log(`\n${closingTable(report, seconds)}`)
  console.log(`\nConfirmed by returning officers: ${confirmed.join(', ') || 'nothing'}`)
  for (const line of partings) console.log(`✗ ${line}`)
  for (const form of missing) console.log(`✗ acknowledged, but not in the edition: ${form}`)
  for (const form of unexpected) console.log(`✗ in the edition without a receipt: ${form}`)
  const verdict = judgeRehearsal({
    formsSent: report.formsSent,
    lost: report.lost,
    contestsCompared: report.contestsCompared,
    contestsDifferent: report.contestsDifferent.length,
    ...(isWhole ? { formsPerSecond: report.formsPerSecond, ackMsP99: report.ackMs.p99, seconds } : {}),
    publishLagMs: report.publishLagMs,
    serverPeakRssBytes: report.serverPeakRssBytes,
    editionVerified: verified && unexpected.length === 0,
    findingsAgree: partings.length === 0,
  })
  console.log(`\n${sayVerdict('en', verdict).join('\n')}`)
  process.exitCode = verdict.go ? 0 : 1
}

async function rehearseElection(options: ElectionOptions): Promise<void> {
  const { data, seats, share, seed, keep, json, forms, faults, pace, atOnce, threads } = options
  const folder = resolve(data)
  if (!existsSync(folder)) throw new CannotStart(`There is no folder ${folder}. --data names the folder of real data.`)
  const choice = { ...(seats === undefined ? {} : { seats }), ...(share === undefined ? {} : { share }) }
  const bars = stepBars()
  bars.report('Reading the source', 0, 1)
  const election = chosen(() => chooseSeats(folder, seed, choice))
  const lines: string[] = []
  const rehearsed = await rehearse(election, {
    faults: scaledFaults(usualFaults, faults),
    accounts: forms === 'both',
    threads,
    atOnce,
    ...(pace === undefined ? {} : { pace }),
    ...(keep === undefined ? {} : { dataFolder: resolve(keep) }),
    onProgress: bars.report,
    onSeat: ({ seat, published, differences }) => lines.push(seatLine(seat, published, differences)),
  })
  bars.end()
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rehearsed.report, null, 2)}\n`)
  if (options.quiet !== true) console.log(lines.join('\n'))
  conclude(rehearsed, seats === undefined && share === undefined)
}

function chosen<T>(choose: () => T): T {
  try {
    return choose()
  } catch (error) {
    if (error instanceof RangeError) throw new CannotStart(`${error.message}.`)
    throw error
  }
}

interface DemonstrationOptions {
  readonly server: string
  readonly faults: number
  readonly share: number
  readonly pace?: number
}

async function playDemonstration({ server, faults, share, pace }: DemonstrationOptions): Promise<void> {
  const bars = stepBars()
  const played = await rehearseDemonstration({
    server,
    share,
    faults: scaledFaults(usualFaults, faults),
    ...(pace === undefined ? {} : { pace }),
    onProgress: bars.report,
  }).catch((error: unknown) => {
    if (error instanceof RangeError) throw new CannotStart(`${error.message}. Start it with: npm start`)
    if (error instanceof TypeError) throw new CannotStart(`Nothing answers at ${server}. Start it with: npm start`)
    throw error
  })
  bars.end()
  const { tally, figures, stations } = played
  const { p50, p95, p99 } = tally.latencies.percentiles()
  console.log(
    `\n${stations} stations sent ${tally.sent} times: ${tally.accepted} forms accepted, ${tally.duplicates} duplicates absorbed.`,
  )
  for (const [code, times] of tally.refusedByCode) console.log(`  refused ${times} × ${code}`)
  console.log(`Acknowledged in ${p50.toFixed(0)} ms (p50), ${p95.toFixed(0)} ms (p95), ${p99.toFixed(0)} ms (p99).`)
  const verdict = judgeRehearsal(figures)
  console.log(`\n${sayVerdict('en', verdict).join('\n')}\n\nThe result is at ${server}/en/results/demonstration`)
  process.exitCode = verdict.go ? 0 : 1
}

/** `intikhab rehearse …`: an election played from the announcement to the declared result, through the real doors. */
export function rehearseCommand(program: Command): void {
  const group = program
    .command('rehearse')
    .summary('play an election through the real doors')
    .description(
      'Plays an election on a server of its own, or against a running one: stations sign their forms and send them over HTTP, with faults; the result is published, downloaded, checked and compared. Ends in figures and in go or no go.',
    )
  group.hook('preAction', () => void onInterruption(() => undefined))
  group
    .command('general-election-2018')
    .summary('the real general election of 2018: 840 seats, 166,625 stations')
    .description(
      'Reads the results and the polling scheme of 2018, generates station counts that add up to them exactly, sends them as the stations would, and compares every seat with the source.',
    )
    .requiredOption('--data <folder>', 'folder of the real data (read, never copied)')
    .option('--seats <codes>', 'only these seats, e.g. NA-21,PP-188', seatCodes)
    .option('--share <part>', 'only this part of the seats, e.g. 0.05', numberFrom(0.0001, 1))
    .option('--seed <text>', 'from which stations, counts and faults are drawn', '2018')
    .option(
      '--faults <times>',
      'how often things go wrong: 0 never, 1 as usual, 5 five times as often',
      numberFrom(0, 100),
      1,
    )
    .addOption(new Option('--forms <which>', 'which forms stations send').choices(['45', 'both']).default('both'))
    .option('--pace <forms>', 'forms a second at most; as fast as it goes if left out', numberFrom(1, 100_000))
    .option('--at-once <stations>', 'stations that send at the same time', numberFrom(1, 1000), 48)
    .option('--threads <n>', 'threads that play stations', numberFrom(1, 16), 1)
    .option('--keep <folder>', 'keep the data of the server here, to look at it afterwards')
    .option('--json <file>', 'write the figures as JSON')
    .option('--quiet', 'no line for each seat')
    .action(rehearseElection)
  group
    .command('demonstration')
    .summary('the stations of the demonstration country, against a running server')
    .description(
      'Plays the polling stations of the demonstration country: enrols their devices, sends their signed Forms 45 and 46 to the running server with faults, and compares the published result with what was sent. Watch the site meanwhile.',
    )
    .option('--server <address>', 'the running server', 'http://localhost:8300')
    .option('--share <part>', 'only this part of the stations reports', numberFrom(0, 1), 1)
    .option('--faults <times>', 'how often things go wrong: 0 never, 1 as usual', numberFrom(0, 100), 1)
    .option('--pace <forms>', 'forms a second at most; as fast as it goes if left out', numberFrom(1, 100_000))
    .action(playDemonstration)
  crashCommand(group)
}
