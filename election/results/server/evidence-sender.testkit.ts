import { hash } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '@intikhab/kernel/database'
import { createLedger, openSigner } from '@intikhab/kernel/ledger'
import { createEvidence } from './evidence.ts'
import { createIntake } from './intake.ts'
import { arrivedAt, electionId, enrolled, sampleBundle, sampleFacts } from './results.testkit.ts'

/**
 * A process that takes the forms and photographs of every sample station in turn, for tests that kill it:
 * `node evidence-sender.testkit.ts URL FOLDER STATIONS`. It writes the SHA-256 of each photograph once that is receipted.
 */
const [url = '', folder = '', stations = '0'] = process.argv.slice(2)
const database = openDatabase(url, 4)
const signer = openSigner(join(folder, 'log.key'), 'sample.example')
const ledger = createLedger({ database, folder: join(folder, 'log'), signer, origin: 'sample.example/log' })
const facts = sampleFacts(Number(stations))
const now = () => new Date(arrivedAt)
const intake = createIntake({ database, ledger, findDevice: enrolled(facts), now })
const evidence = createEvidence({ database, ledger, folder: join(folder, 'evidence'), now })
await intake.open(facts)
await evidence.open(electionId)
for (const { stationId, number } of facts.stations.get('NA-1') ?? []) {
  const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(200_000, stationId)])
  const sha256 = hash('sha256', photograph, 'hex')
  await intake.take(sampleBundle('NA-1', number, { imageSha256: sha256 }))
  const taken = await evidence.take(electionId, 'image/jpeg', photograph)
  if (!taken.ok) throw new Error(taken.refusal.kind.code)
  process.stdout.write(`${sha256}\n`)
}
await database.close()
