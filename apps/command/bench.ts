import { rmSync, writeFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { nationalTotal } from '@intikhab/rehearsal/national'
import { makeWorkshop } from '@intikhab/rehearsal/stage'
import { readEnvironment } from '@intikhab/server'
import { auditStage } from './bench/audit.ts'
import { demonstrationStage } from './bench/demonstration.ts'
import { figureNames, verdictOf, type Figure, type FigureName } from './bench/figure.ts'
import { describeMachine, sayMachine } from './bench/machine.ts'
import { ledgerStage } from './bench/ledger.ts'
import { lookUpStage } from './bench/look-up/stage.ts'
import { importStage } from './bench/real-import.ts'
import { permissionStage } from './bench/permission.ts'
import { qualityStage } from './bench/quality.ts'
import { printedRollStage } from './bench/printed-roll.ts'
import { rehearsalStage } from './bench/rehearsal.ts'
import { resultNightStage } from './bench/result-night.ts'
import { rollsStage } from './bench/rolls.ts'
import { signInStage } from './bench/sign-in.ts'
import { figureTable, measured } from './bench/table.ts'
import { onInterruption } from './interruption.ts'
import { stepBars } from './start.ts'

const stages = [
  permissionStage,
  ledgerStage,
  auditStage,
  signInStage,
  demonstrationStage,
  importStage,
  resultNightStage,
  rehearsalStage,
  rollsStage,
  printedRollStage,
  lookUpStage,
  qualityStage,
]

interface BenchOptions {
  readonly data: string
  readonly only: readonly FigureName[]
  readonly voters: number
  readonly national?: boolean
  readonly json?: string
}

function namesIn(text: string): FigureName[] {
  return text.split(',').map((name) => {
    const known = figureNames.find((each) => each === name.trim())
    if (known === undefined) throw new InvalidArgumentError(`the figures are ${figureNames.join(', ')}`)
    return known
  })
}

/** The smallest roll has a block in every district. */
function votersIn(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1000 || number > nationalTotal)
    throw new InvalidArgumentError(`a number from 1000 to ${nationalTotal}`)
  return number
}

async function bench(figuresNamed: readonly string[], options: BenchOptions): Promise<void> {
  const { data, json, national } = options
  const only = figuresNamed.length > 0 ? namesIn(figuresNamed.join(',')) : options.only
  const voters = national === true ? nationalTotal : options.voters
  const { databaseUrl, s3 } = readEnvironment()
  if (databaseUrl !== undefined || s3 !== undefined)
    throw new CannotStart('The bench fills installations of its own: unset DATABASE_URL and S3_ENDPOINT first.')
  const machine = describeMachine(new Date())
  console.log(`${sayMachine(machine)}\n`)
  const wanted = new Set(only)
  const workshop = makeWorkshop()
  const letGo = onInterruption(() => rmSync(workshop, { recursive: true, force: true }))
  const bars = stepBars()
  const figures: Figure[] = []
  try {
    for (const stage of stages.filter((each) => each.figures.some((name) => wanted.has(name))))
      for await (const figure of stage.play(wanted, { data, workshop, voters, onProgress: bars.report })) {
        bars.end()
        figures.push(figure)
        process.stderr.write(`  ${figure.what}: ${figure.leftOut ?? figure.measures.map(measured).join(', ')}\n`)
      }
  } finally {
    bars.end()
    letGo()
    rmSync(workshop, { recursive: true, force: true })
  }
  console.log(figureTable(figures))
  const judged = figures.map((figure) => ({ verdict: verdictOf(figure), figure }))
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, figures: judged }, null, 2)}\n`)
  process.exitCode = judged.some(({ verdict }) => verdict === 'missed') ? 1 : 0
}

/** `intikhab bench`: the figures that were promised, measured on this machine. */
export function benchCommand(program: Command): void {
  program
    .command('bench')
    .argument('[figures...]', 'only these figures, e.g. rolls')
    .summary('measure the promised figures on this machine')
    .description(
      `Starts servers of its own in folders of its own, puts loads on them, and prints what was measured beside what is to be reached. Figures: ${figureNames.join(', ')}. Everything together takes some fifteen minutes, ten of them the rehearsal. Leave the machine alone meanwhile.`,
    )
    .option('--data <folder>', 'folder of the real data, for import and rehearsal', '../shared/data')
    .option('--only <names>', 'only these figures, e.g. intake,enquiry', namesIn, [...figureNames])
    .option(
      '--voters <number>',
      'how many voters the rolls and the search for faults are measured with',
      votersIn,
      10_000_000,
    )
    .option('--national', 'load the rolls with all 128,585,760 of 2024: 35 GB of disk, and nothing else at work')
    .option('--json <file>', 'write the figures as JSON')
    .action(bench)
}
