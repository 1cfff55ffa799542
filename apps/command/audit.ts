import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import type { AuditReport } from '@intikhab/kernel/ledger'
import { auditCopy, auditInstallation, encodeReport, reportDocument, type AuditOrder } from '@intikhab/server'
import { environmentWith, stepBars } from './start.ts'

interface AuditOptions {
  readonly data?: string
  readonly ledger?: string
  readonly key?: string
  readonly policy?: string
  readonly witnessState: readonly string[]
  readonly tolerance?: number
  readonly json?: string
  readonly pdf?: string
}

function minutes(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 1440) throw new InvalidArgumentError('whole minutes, 1 to 1440')
  return value
}

const labels = { entries: 'Replaying the ledger', registers: 'Reading the registers' } as const

/** The findings for a terminal, and what else a reader must know. */
function print(report: AuditReport): void {
  const { ledger, findings, counts, notExamined } = report
  for (const { number, title, sentence, act, grade } of findings) {
    console.log(`${number}. ${title.en} (${grade})\n   ${sentence.en}`)
    if (act !== null) console.log(`   Entry ${act.leaf}, ${act.arrivedAt}: ${act.words.en}`)
  }
  for (const { title, count, told } of counts)
    if (count > told) console.log(`   ${title.en}: ${count - told} more, not told one by one.`)
  for (const { en } of notExamined) console.log(`Not examined: ${en}`)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  console.log(
    report.isSound
      ? `✓ The ledger of ${ledger.origin}, ${ledger.size.toLocaleString('en')} entries, is whole; nothing was found.\n  root ${ledger.root}`
      : `✗ ${all} ${all === 1 ? 'finding' : 'findings'} in ${ledger.size.toLocaleString('en')} entries of ${ledger.origin}.`,
  )
}

function carryOut(options: AuditOptions, order: AuditOrder): Promise<AuditReport> {
  const { ledger, key, policy } = options
  if (ledger === undefined) {
    const environment = environmentWith(options)
    return auditInstallation({ ...environment, witnessPolicy: policy ?? environment.witnessPolicy }, order)
  }
  if (key === undefined) throw new CannotStart('A copy of the ledger is audited against its key: give --key.')
  return auditCopy(ledger, existsSync(key) ? readFileSync(key, 'utf8').trim() : key, policy, order)
}

/** `intikhab audit`: replays the ledger and holds everything else against it. */
export function auditCommand(program: Command): void {
  program
    .command('audit')
    .summary('find what was changed behind the ledger’s back')
    .description(
      'Replays the ledger from its first entry, and holds against it: the rows of the database, every published checkpoint with its signatures, what witnesses remember, the course of the clock, approvals and offices, and every register. Writes nothing; a running server may go on. The exit code is 1 if anything was found. docs/audit.md explains the report.',
    )
    .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
    .option('--ledger <folder>', 'audit a copy of a ledger’s files instead, without database and registers')
    .option('--key <key>', 'with --ledger: a verifier key of the ledger (name+hash+key) or a file with it')
    .option('--policy <file>', 'C2SP tlog-policy with the keys of the witnesses')
    .option(
      '--witness-state <place>',
      'what a witness remembers: its folder, its file “cosigned” or its address; may be given again',
      (text: string, all: readonly string[]) => [...all, text],
      [] as readonly string[],
    )
    .option('--tolerance <minutes>', 'how long the longest transaction may have lasted (15)', minutes)
    .option('--json <file>', 'write the report as JSON')
    .option('--pdf <file>', 'write the report for printing')
    .action(async (options: AuditOptions) => {
      const bars = stepBars()
      const report = await carryOut(options, {
        witnessStates: options.witnessState,
        onProgress: (stage, done, total) => bars.report(labels[stage], done, total),
        ...(options.tolerance === undefined ? {} : { toleranceMinutes: options.tolerance }),
      }).finally(() => bars.end())
      const json = encodeReport(report)
      if (options.json !== undefined) writeFileSync(options.json, json)
      if (options.pdf !== undefined) writeFileSync(options.pdf, await reportDocument(report, json))
      print(report)
      process.exitCode = report.isSound ? 0 : 1
    })
}
