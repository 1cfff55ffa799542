import { existsSync, readFileSync } from 'node:fs'
import { CannotStart } from '@intikhab/kernel/database'
import { BadPolicy, parsePolicy, unwitnessed, type WitnessPolicy } from '@intikhab/kernel/ledger'

/**
 * Who witnesses the ledger: the policy in `file` (https://c2sp.org/tlog-policy). Without a file nobody does. Throws
 * `CannotStart` with the line that cannot be read, or if a file was named that is not there.
 */
export function readWitnessPolicy(file: string, isNamed: boolean): WitnessPolicy {
  if (!existsSync(file)) {
    if (isNamed) throw new CannotStart(`There is no witness policy ${file}.`)
    return unwitnessed
  }
  try {
    return parsePolicy(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof BadPolicy) throw new CannotStart(`${error.message} (${file})`)
    throw error
  }
}
