import { openDatabase } from '@intikhab/kernel/database'
import { createLedger, openSigner } from './index.ts'

/**
 * A process that appends and sequences until it is killed, for tests: `node appender.testkit.ts URL FOLDER`. It writes one
 * line for each batch once that is committed (its entry ids) and one for each checkpoint (`signed` and its size).
 */
const [url = '', folder = ''] = process.argv.slice(2)
const database = openDatabase(url, 4)
const signer = openSigner(`${folder}/key.pem`, 'example.org/ledger')
const ledger = createLedger({ database, folder: `${folder}/log`, signer, origin: 'example.org/ledger' })
ledger.onCheckpoint(({ size }) => process.stdout.write(`signed ${size}\n`))
await ledger.start()
for (let n = 0; ; n++) {
  const acts = Array.from({ length: 20 }, (_, i) => ({
    system: 'test',
    act: 'appended',
    subject: `${process.pid}/${n}/${i}`,
    actor: { kind: 'system' as const, id: 'test' },
    madeAt: '2026-02-08T17:31:00.000Z',
    arrivedAt: '2026-02-08T17:31:00.000Z',
    detail: {},
  }))
  const ids = await database.transaction((tx) => ledger.append(tx, acts))
  process.stdout.write(`committed ${ids.join(',')}\n`)
}
