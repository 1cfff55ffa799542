import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  createLedger,
  ledgerMigrations,
  parseCheckpoint,
  verifyLedger,
  type Checkpoint,
  type Ledger,
} from '@intikhab/kernel/ledger'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { connectToken, openKeys, type OpenKeys } from './index.ts'
import { hasSoftHsm, softToken } from './token/softhsm.testkit.ts'

const origin = 'example.org/ledger'

describe.skipIf(!hasSoftHsm())('a ledger whose key lies in a token', () => {
  let soft: ReturnType<typeof softToken>
  let made: Awaited<ReturnType<typeof freshDatabase>>
  let keys: OpenKeys
  let ledger: Ledger
  const problems: string[] = []
  let tellProblem: () => void = () => undefined
  beforeAll(async () => {
    soft = softToken()
    made = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
    const home = {
      name: origin,
      list: join(soft.folder, 'keys', 'ledger-keys.json'),
      file: join(soft.folder, 'keys', 'ledger.pem'),
      token: { token: connectToken(soft.place), label: 'intikhab-ledger' },
    }
    keys = await openKeys(home, true)
    ledger = createLedger({
      database: made.database,
      folder: join(soft.folder, 'log'),
      origin,
      ...keys,
      onProblem: ({ message }) => {
        problems.push(message)
        tellProblem()
      },
    })
    await ledger.start()
  })
  afterAll(async () => {
    await ledger.stop()
    await made.drop()
    soft.remove()
  })

  const append = (subject: string) =>
    made.database.transaction((tx) =>
      ledger.append(tx, [
        {
          system: 'results',
          act: 'form-accepted',
          subject,
          actor: { kind: 'system', id: 'test' },
          madeAt: '2026-02-08T17:31:00.000Z',
          arrivedAt: '2026-02-08T17:31:00.000Z',
          detail: {},
        },
      ]),
    )
  const nextCheckpoint = () =>
    new Promise<Checkpoint>((resolve) => {
      const stop = ledger.onCheckpoint((checkpoint) => (stop(), resolve(checkpoint)))
    })

  test('signs with it, and the key is in no file', async () => {
    const signed = nextCheckpoint()
    await append('a/1')
    const { note } = await signed
    expect(parseCheckpoint(note, origin, keys.keys)?.size).toBe(1)
    expect(keys.place.kind).toBe('token')
  })

  test('goes on collecting while the token is unplugged, says so once, and signs everything when it is back', async () => {
    soft.unplug()
    const told = new Promise<void>((resolve) => (tellProblem = resolve))
    for (const subject of ['a/2', 'a/3', 'a/4']) await append(subject)
    await told
    expect(ledger.latest().size).toBe(1)
    const signed = nextCheckpoint()
    await append('a/5')
    soft.plugIn()
    expect((await signed).size).toBe(5)
    expect(await verifyLedger(join(soft.folder, 'log'), ledger.verifierKey)).toMatchObject({ findings: [] })
    expect(new Set(problems).size).toBe(problems.length)
    expect(problems.at(-1)).toMatch(/^The token “commission” /)
  })

  test('signs a hundred checkpoints, one after the other, without falling behind', async () => {
    for (let n = 0; n < 100; n++) {
      await append(`b/${n}`)
      await ledger.sequence()
      expect(ledger.latest().size).toBe(6 + n)
    }
  })
})
