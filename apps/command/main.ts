import { Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { auditCommand } from './audit.ts'
import { benchCommand } from './bench.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { lookUpCommand } from './look-up.ts'
import { publishCommand } from './publish.ts'
import { registryFeedCommand } from './registry-feed.ts'
import { registrySimulatorCommand } from './registry-simulator.ts'
import { rehearseCommand } from './rehearse.ts'
import { startCommand } from './start.ts'
import { verifyCommand } from './verify.ts'
import { witnessCommand } from './witness.ts'

/** Runs the `intikhab` command with the arguments after its name; sets the exit code and never throws for what its user can mend. */
export async function main(words: readonly string[]): Promise<void> {
  const program = new Command('intikhab')
    .description(
      'An election commission in one program: it serves the public site and the staff console, imports what an election needs, rehearses it, publishes it, and checks what others published.',
    )
    .showHelpAfterError('(intikhab --help shows what there is)')
    .addHelpText(
      'after',
      `
Begin here:
  $ npm start                                   the demonstration country at http://localhost:8300
  $ npm run rehearse -- demonstration           its stations send their counts; watch the result come in
  $ npm run rehearse -- general-election-2018 --data ../shared/data
  $ npm run intikhab -- verify FOLDER           check a published edition or a copy of the ledger, offline
`,
    )
  for (const add of [
    startCommand,
    importCommand,
    registryFeedCommand,
    registrySimulatorCommand,
    rehearseCommand,
    publishCommand,
    verifyCommand,
    lookUpCommand,
    witnessCommand,
    keysCommand,
    auditCommand,
    benchCommand,
  ])
    add(program)
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
