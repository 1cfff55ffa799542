import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import {
  createEditionStore,
  openEditionReader,
  publishEdition,
  type EditionReader,
  type EditionStore,
} from '@intikhab/kernel/editions'
import { openSigner, type Ledger, type LedgerAct } from '@intikhab/kernel/ledger'
import type { DividedSeat } from '../../core/editions/bifurcation.ts'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { areas, roll } from '../register/made-up-voters.testkit.ts'
import type { Rolls } from '../register/rolls.ts'
import { buildLists, listSeries } from './build-lists.ts'

/** Made-up voters and the first edition of their lists, on a database and in a folder of their own. */
export interface ListedRegister {
  readonly parts: { readonly database: Database; readonly ledger: Pick<Ledger, 'append'>; readonly now: () => Date }
  readonly url: string
  readonly rolls: Rolls
  readonly acts: readonly LedgerAct[]
  readonly folder: string
  readonly reader: EditionReader
  close(): Promise<void>
}

export const officer = { kind: 'account', id: 'officer', device: 'd' } as const

/** Twenty men and twenty women in each area, listed on 1 March 2024. */
export async function openListedRegister(postgresUrl: string): Promise<ListedRegister> {
  const { database, url, rolls, ledger, acts, clock, drop } = await openMadeUpRegister(postgresUrl, 20, officer)
  const parts = { database, ledger, now: clock.now }
  const folder = await mkdtemp(join(tmpdir(), 'editions-'))
  const reader = openEditionReader(createEditionStore({ root: join(folder, 'editions') }))
  const built = await buildLists({ ...parts, workshop: join(folder, 'workshop') }, roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using lists = built.value
  await publishLists({ store: reader.store, folder, at: parts.now() }, lists.files)
  return {
    parts,
    url,
    rolls,
    acts,
    folder,
    reader,
    async close() {
      reader.close()
      await drop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Publishes lists; the key is made in the folder. */
export async function publishLists(
  { store, folder, at }: { readonly store: EditionStore; readonly folder: string; readonly at: Date },
  files: Parameters<typeof publishEdition>[0]['changed'],
): Promise<void> {
  await publishEdition({
    store,
    signer: openSigner(join(folder, 'key.pem'), 'test'),
    series: listSeries(roll.id),
    madeAt: at.toISOString(),
    subject: {},
    ledger: null,
    changed: files,
    unchanged: [],
  })
}

/** A seat of all areas; each of its stations serves these serials, both ends included, of every list. */
export function dividedSeat(...stations: readonly (readonly [from: number, to: number])[]): DividedSeat {
  return {
    seat: 'NA-49',
    blocks: areas.map(({ block }) => block),
    stations: stations.map(([fromSerial, toSerial], index) => ({
      number: index + 1,
      parts: areas.flatMap(({ block }) =>
        (['male', 'female'] as const).map((gender) => ({ block, gender, fromSerial, toSerial })),
      ),
    })),
  }
}
