import { parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { Growth } from './growth.ts'
import { keysOf, type KeyHistory } from './key-history.ts'
import type { LogFolder } from './log-folder.ts'
import { LedgerForked, placedBetween, recover } from './recovery.ts'
import type { Signer } from './signer.ts'
import { assertAlone, countPlaced, placePending, type Connection } from './store.ts'

/** Entries placed in one transaction. */
const batch = 10_000

/** Places waiting entries and signs what comes of it. Only one process may run it at a time. */
export interface Sequencer {
  /** Places one batch. The new checkpoint, if any, and whether more entries may wait. */
  step(client: Connection): Promise<{ checkpoint: Checkpoint | undefined; more: boolean }>
}

/**
 * The order of steps is what makes a crash harmless: places are committed, then tiles reach the disk, then the
 * checkpoint is signed and replaced in one step. Whatever was not finished is found again by the next step.
 * `keys`: all that ever signed for this log. Where another key than `signer` signed last, its checkpoint is signed anew.
 */
export function createSequencer(folder: LogFolder, signer: Signer, origin: string, keys: KeyHistory): Sequencer {
  let known: { growth: Growth; root: string } | undefined

  function lastSigned(): { note: string | undefined; signed: Checkpoint | undefined } {
    const note = folder.checkpoint()
    // What any key of ours has signed must be continued, in its time or not: here the folder is held to its own past.
    const signed =
      note === undefined
        ? undefined
        : keysOf(keys)
            .map((key) => parseCheckpoint(note, origin, key))
            .find((each) => each !== undefined)
    if (note !== undefined && signed === undefined)
      throw new LedgerForked(
        `The checkpoint in ${folder.folder} is damaged, or of another log or key than ${origin} and ${signer.name}.`,
      )
    return { note, signed }
  }

  async function stateAt(client: Connection, signed: Checkpoint | undefined): Promise<Growth> {
    const isKnown = known !== undefined && signed?.size === known.growth.size && signed.root === known.root
    const growth = isKnown && known !== undefined ? known.growth : await recover(client, folder, signed)
    // Until the end of the step the state in memory is ahead of the disk: an error must not leave it behind.
    known = undefined
    return growth
  }

  return {
    async step(client) {
      const { note, signed } = lastSigned()
      const growth = await stateAt(client, signed)
      const placed = await placePending(client, batch)
      const size = await countPlaced(client)
      if (size > growth.size || signed === undefined) {
        for await (const rows of placedBetween(client, growth.size, size)) {
          for (const row of rows) growth.add(Buffer.from(row.body))
          await folder.writeTiles(growth.takeFull())
        }
        await folder.writeTiles(growth.unfinished())
      }
      const root = growth.root()
      const isOurs = note !== undefined && parseCheckpoint(note, origin, signer) !== undefined
      const isNew = signed === undefined || size > signed.size || !isOurs
      const checkpoint = isNew ? await signCheckpoint(origin, size, root, signer) : undefined
      if (checkpoint !== undefined) {
        await assertAlone(client)
        if (folder.checkpoint() !== note)
          throw new LedgerForked(
            `Another process replaced the checkpoint in ${folder.folder} while this one was placing entries.`,
          )
        folder.writeCheckpoint(checkpoint.note)
      }
      known = { growth, root }
      return { checkpoint, more: placed === batch }
    },
  }
}
