/** Makes an edition of lists until it is killed: says a word once it has come as far as it was told, and waits. */
import { join } from 'node:path'
import { createEditionStore, publishEdition } from '@intikhab/kernel/editions'
import { openDatabase } from '@intikhab/kernel/database'
import { openSigner } from '@intikhab/kernel/ledger'
import type { RollId } from '../../core/identifiers.ts'
import { buildLists, listSeries } from './build-lists.ts'

const [url = '', folder = '', rollId = '', until = ''] = process.argv.slice(2)
const forever = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1000))
const reached = () => process.stdout.write('here\n')

const built = await buildLists(
  {
    database: openDatabase(url),
    now: () => new Date(),
    workshop: join(folder, 'workshop'),
    threads: 1,
    onProgress() {
      if (until === 'writing') reached()
    },
  },
  rollId as RollId,
)
if (!built.ok) throw new Error(built.refusal.kind.code)
if (until === 'writing') await forever()
const store = createEditionStore({ root: join(folder, 'editions') })
await publishEdition({
  store: {
    ...store,
    async announce() {
      reached()
      await forever()
    },
  },
  signer: openSigner(join(folder, 'key.pem'), 'test'),
  series: listSeries(rollId as RollId),
  madeAt: new Date().toISOString(),
  subject: {},
  ledger: null,
  changed: built.value.files,
  unchanged: [],
})
