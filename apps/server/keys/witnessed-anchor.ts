import { existsSync, readFileSync } from 'node:fs'
import { CannotStart } from '@intikhab/kernel/database'
import {
  cosignaturesOn,
  isQuorum,
  parseCheckpoint,
  type Checkpoint,
  type Ledger,
  type WitnessPolicy,
} from '@intikhab/kernel/ledger'
import { placesIn } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { readWitnessPolicy } from '../witness-policy.ts'

/** On what the end of a lost or stolen key rests: the newest witnessed checkpoint we have, one from outside, or none. */
export type AnchorChoice =
  | { readonly kind: 'newest' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'without-witnesses' }

/** True where enough of the policy's witnesses have cosigned. */
function isWitnessed(note: string, { witnesses, quorum }: WitnessPolicy): boolean {
  const found = cosignaturesOn(
    note,
    witnesses.map(({ key }) => key),
  )
  const names = witnesses.filter(({ key }) => found.some((each) => each.key === key)).map(({ name }) => name)
  return names.length > 0 && isQuorum(quorum, new Set(names))
}

function findNewest({ published, origin, keys }: Ledger, policy: WitnessPolicy): Checkpoint | undefined {
  for (const size of published.walk().toReversed()) {
    const note = published.find(size) ?? ''
    const found = isWitnessed(note, policy) ? parseCheckpoint(note, origin, keys) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function readGiven(file: string, { origin, keys }: Ledger, policy: WitnessPolicy): Checkpoint {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  const note = readFileSync(file, 'utf8')
  const found = parseCheckpoint(note, origin, keys)
  if (found === undefined)
    throw new CannotStart(`${file} is no checkpoint that a key of this ledger signed in its time.`)
  if (!isWitnessed(note, policy))
    throw new CannotStart(`${file} is not cosigned by enough of the witnesses in the policy.`)
  return found
}

/**
 * The checkpoint to rest on, after it has been found to be one of this ledger. Throws `CannotStart` where there is none,
 * or where what the witnesses saw is not what lies here: then nothing may be signed before it is known why.
 */
export async function chooseAnchor(
  environment: Environment,
  ledger: Ledger,
  choice: AnchorChoice,
): Promise<Checkpoint | null> {
  if (choice.kind === 'without-witnesses') return null
  const named = environment.witnessPolicy
  const policy = readWitnessPolicy(named ?? placesIn(environment.dataFolder).witnessPolicy, named !== undefined)
  const anchor = choice.kind === 'file' ? readGiven(choice.file, ledger, policy) : findNewest(ledger, policy)
  if (anchor === undefined)
    throw new CannotStart(
      'No published checkpoint has been cosigned by witnesses: fetch one from a witness and give it with --anchor, or say --without-witnesses.',
    )
  const here = ledger.latest().size
  if (anchor.size > here || (await ledger.rootAt(anchor.size)) !== anchor.root)
    throw new CannotStart(
      `The witnesses saw a ledger of ${anchor.size} entries that is not the one here. Change nothing: keep both, restore the newest backup beside, and find out which one was altered.`,
    )
  return anchor
}
