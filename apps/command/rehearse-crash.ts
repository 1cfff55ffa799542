import type { Command } from 'commander'
import { rehearseCrashes, type CrashedNight } from '@intikhab/rehearsal'
import { numberFrom } from './numbers.ts'
import { stepBars } from './start.ts'

interface CrashOptions {
  readonly kills: number
  readonly seed: string
  readonly pace: number
  readonly json?: boolean
}

/** True if the night was as it must be: everything acknowledged is there once, everything was taken in the end. */
function isGood({ lost, twice, neverTaken, findings }: CrashedNight): boolean {
  return [lost, twice, neverTaken, findings].every((list) => list.length === 0)
}

function tell(night: CrashedNight): void {
  for (const { victim, receiptsBefore, silence } of night.killed)
    console.log(
      `killed the ${victim.padEnd(10)} after ${String(receiptsBefore).padStart(6)} receipts; the next came ${(silence / 1000).toFixed(1)} s later`,
    )
  const { forms, acknowledged, unanswered, lost, twice, neverTaken, findings } = night
  console.log(`
Forms                                ${forms.toLocaleString('en')}
  acknowledged                       ${acknowledged.toLocaleString('en')}
  acknowledged and not in the ledger ${lost.length}
  in the ledger more than once       ${twice.length}
  never taken in                     ${neverTaken.length}
Times that nothing came back         ${unanswered.toLocaleString('en')}
Ledger and edition from outside      ${findings.length === 0 ? 'nothing found' : ''}`)
  for (const finding of findings) console.log(`✗ ${finding}`)
  console.log(isGood(night) ? '\nGO: nothing was lost.' : '\nNO GO: a crash does harm.')
}

/** `intikhab rehearse crash`: server and database are killed while forms come in. */
export function crashCommand(group: Command): void {
  group
    .command('crash')
    .summary('kill -9 of server and database while forms come in')
    .description(
      'Sends the forms of invented seats while server and database are killed by turns at drawn moments. Stations send again until they have a receipt. Afterwards ledger and edition are downloaded and checked: every acknowledged form is there once.',
    )
    .option('--kills <n>', 'how many, in a row', numberFrom(1, 1000), 20)
    .option('--seed <text>', 'from which seats and moments are drawn', 'crash')
    .option('--pace <forms>', 'forms a second that the stations send', numberFrom(10, 10_000), 200)
    .option('--json', 'write what came of it as JSON')
    .action(async ({ json, ...settings }: CrashOptions) => {
      const bars = stepBars()
      const night = await rehearseCrashes({ ...settings, onProgress: bars.report })
      bars.end()
      if (json === true) console.log(JSON.stringify(night, null, 2))
      else tell(night)
      process.exitCode = isGood(night) ? 0 : 1
    })
}
