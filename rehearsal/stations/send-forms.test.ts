import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { CountedStation } from '@intikhab/results/sim'
import { seeded } from '../country/random.ts'
import { noFaults, scaledFaults, usualFaults, type Faults } from './faults.ts'
import { openIntakeLine } from './intake-line.ts'
import { sendForms, type FormReceipt } from './send-forms.ts'

/** An intake of a few lines: takes what is announced as what it is and adds up, once each. */
class ToyIntake {
  readonly held = new Map<string, string>()
  /** Requests to be answered by hanging up, by number from 1. */
  hangUpOn = new Set<number>()
  #requests = 0
  #server: Server | undefined

  async open(): Promise<string> {
    this.#server = createServer((request, response) => void this.#take(request, response))
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    try {
      for await (const part of request) parts.push(part as Buffer)
    } catch {
      return
    }
    if (this.hangUpOn.has(++this.#requests)) return void request.socket.destroy()
    const envelope = JSON.parse(Buffer.concat(parts).toString()) as { payloadType: string; payload: string }
    const payload = Buffer.from(envelope.payload, 'base64')
    const form = JSON.parse(payload.toString()) as {
      form: string
      stationId: string
      validTotal?: number
      candidates?: { total: number }[]
    }
    const answer = (status: number, body: object) => response.writeHead(status).end(JSON.stringify(body))
    if (!envelope.payloadType.includes(`form-${form.form}`))
      return void answer(422, { code: 'results.form-46-in-place-of-45' })
    const sum = form.candidates?.reduce((votes, { total }) => votes + total, 0)
    if (sum !== form.validTotal) return void answer(422, { code: 'results.sum-of-candidates' })
    const bundleId = createHash('sha256').update(payload).digest('hex')
    const key = `${form.stationId} ${form.form}`
    const before = this.held.get(key)
    this.held.set(key, bundleId)
    answer(before === undefined ? 201 : 200, { bundleId, status: before === undefined ? 'accepted' : 'duplicate' })
  }
}

const stations = Array.from({ length: 60 }, (_, i): CountedStation => ({
  electionId: 'e',
  contestId: 'NA-1',
  stationNumber: i + 1,
  registered: { male: 600, female: 500, total: 1100 },
  votes: [i, 100, 7],
  excluded: 3,
  polled: { male: 100, female: 10 + i },
  madeAt: '2018-07-25T16:00:00.000Z',
}))

const intakes: ToyIntake[] = []
afterEach(() => {
  for (const intake of intakes.splice(0)) intake.close()
})

async function send(faults: Faults, hangUpOn: readonly number[] = []) {
  const intake = new ToyIntake()
  intake.hangUpOn = new Set(hangUpOn)
  intakes.push(intake)
  const line = openIntakeLine(await intake.open(), 8)
  const receipts: FormReceipt[] = []
  const tally = await sendForms(stations, {
    line,
    deviceSeed: 'test',
    faults,
    accounts: true,
    atOnce: 8,
    patience: 60_000,
    retryAfter: 1,
    random: seeded('send'),
    onReceipt: (receipt) => receipts.push(receipt),
  })
  line.close()
  return { intake, tally, receipts }
}

describe('stations sending their forms', () => {
  test('without faults every form is sent once and its receipt names what was sent', async () => {
    const { intake, tally, receipts } = await send(noFaults)
    expect(tally).toMatchObject({ sent: 120, accepted: 120, duplicates: 0, unanswered: 0, withoutReceipt: 0 })
    expect(tally.latencies.size).toBe(120)
    for (const { stationId, form, bundleId } of receipts) expect(intake.held.get(`${stationId} ${form}`)).toBe(bundleId)
  })

  test('with everything going wrong everywhere, every form is in once', async () => {
    const { intake, tally } = await send({ ...scaledFaults(usualFaults, 1000), wrongSignature: 0, futureDate: 0 })
    expect(intake.held.size).toBe(120)
    expect(tally).toMatchObject({ withoutReceipt: 0, unanswered: 0 })
    expect(Object.fromEntries(tally.refusedByCode)).toEqual({
      'results.form-46-in-place-of-45': 60,
      'results.sum-of-candidates': 60,
    })
    // Wrong twice, cut once, right, Form-46, right again.
    expect(tally.sent).toBe(360)
    expect(tally.accepted + tally.duplicates).toBe(180)
  })

  test('a connection that dies is tried again until the form is acknowledged', async () => {
    const { intake, tally } = await send(noFaults, [1, 2, 3, 40, 41, 77])
    expect(intake.held.size).toBe(120)
    expect(tally).toMatchObject({ unanswered: 6, withoutReceipt: 0, sent: 126, accepted: 120 })
  })

  test('two runs of the same seed hold the same forms', async () => {
    const [one, other] = [await send(noFaults), await send(usualFaults)]
    expect(other.intake.held).toEqual(one.intake.held)
  })
})
