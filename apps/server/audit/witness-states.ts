import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '@intikhab/kernel/database'
import {
  cosignaturesOn,
  parseWitnessKey,
  splitNotes,
  type VerifierKey,
  type WitnessMemoryGiven,
} from '@intikhab/kernel/ledger'
import { createOutbound, OutboundFailed } from '@intikhab/kernel/outbound'

/** The memory of a witness of years, at a checkpoint a minute. */
const longestMemory = 512 * 1024 * 1024

async function fetchMemory(url: string): Promise<string> {
  const base = url.replace(/\/+$/u, '')
  try {
    const { status, body } = await createOutbound([base], { milliseconds: 30_000, bytes: longestMemory })(
      `${base}/cosigned`,
    )
    if (status === 200) return body.toString()
    throw new CannotStart(`The witness at ${base} answers ${status}.`)
  } catch (error) {
    if (error instanceof OutboundFailed) throw new CannotStart(error.message)
    throw error
  }
}

/** The key that lies beside a memory, as `intikhab witness` keeps it. */
function keyBeside(file: string): VerifierKey | undefined {
  const beside = join(dirname(file), 'witness.key')
  return existsSync(beside) ? parseWitnessKey(readFileSync(beside, 'utf8')) : undefined
}

/**
 * What a witness remembers: its folder, its file `cosigned`, or the address at which it answers. Whose it is says the key
 * that lies beside the file, or whichever of the `known` witnesses has cosigned it. Throws `CannotStart`.
 */
export async function readWitnessState(place: string, known: readonly VerifierKey[]): Promise<WitnessMemoryGiven> {
  const isUrl = /^https?:\/\//u.test(place)
  if (!isUrl && !existsSync(place)) throw new CannotStart(`There is no witness’s memory ${place}.`)
  const file = !isUrl && statSync(place).isDirectory() ? join(place, 'cosigned') : place
  const text = isUrl ? await fetchMemory(place) : readFileSync(file, 'utf8')
  const { notes } = splitNotes(text)
  const beside = isUrl ? undefined : keyBeside(file)
  const candidates = beside === undefined ? known : [beside]
  const last = notes.at(-1)
  const witness = last === undefined ? candidates[0] : cosignaturesOn(last, candidates)[0]?.key
  if (witness === undefined)
    throw new CannotStart(
      `${place} holds no checkpoint that a known witness has cosigned: name it in the witness policy.`,
    )
  return { witness, notes }
}
