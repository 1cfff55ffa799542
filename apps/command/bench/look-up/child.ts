/**
 * A process that opens a look-up pack for the first time, looks voters up in it as fast as one core can, and then answers
 * enquiries over HTTP from it, as the server does. It says what it measured in lines of JSON.
 */
import { createEnquiry, enquiryRoutes, usualLimits } from '@intikhab/enquiry'
import { openLoneEdition } from '@intikhab/kernel/editions'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { openLookUp, openPackSecret, type LookUp } from '@intikhab/rolls'
import { madeUpCnic, nobodysCnic } from '@intikhab/rolls/sim'

/** What the child says, one after the other. */
export type ChildSays =
  | { readonly said: 'opened'; readonly openMs: number; readonly firstAnswerMs: number }
  | { readonly said: 'rates'; readonly perSecond: readonly number[] }
  | { readonly said: 'listening'; readonly url: string }

const [folder = '', secretFile = ''] = process.argv.slice(2)
/** Look-ups in a turn, and turns: the best counts, since what else runs can only take away from it. */
const [lookUps, turns] = [1_000_000, 5]
/** Of so many questions one is about somebody who is not there. */
const absentEvery = 10

function say(line: ChildSays): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Looks up `count` voters from all over the pack; gives look-ups a second. */
async function playTurn(pack: LookUp, count: number, from: number): Promise<number> {
  const { entries } = pack.description
  const began = performance.now()
  for (let i = 0; i < count; i++) {
    const n = ((from + i) * 6_700_417) % entries
    const isAbsent = i % absentEvery === 0
    const found = await pack.find(isAbsent ? nobodysCnic(n) : madeUpCnic(n))
    if ((found === undefined) !== isAbsent) throw new Error(`voter ${n} is answered wrongly`)
  }
  return (count / (performance.now() - began)) * 1000
}

const secret = openPackSecret(secretFile)
const began = performance.now()
const pack = await openLookUp(await openLoneEdition(folder), secret)
const openMs = performance.now() - began
await pack.find(madeUpCnic(pack.description.entries - 1))
say({ said: 'opened', openMs, firstAnswerMs: performance.now() - began })

// Every shard is verified whole when it is first asked, and the code compiled.
await playTurn(pack, lookUps / 2, 0)
const perSecond: number[] = []
for (let turn = 1; turn <= turns; turn++) perSecond.push(await playTurn(pack, lookUps, turn))
say({ said: 'rates', perSecond })

const now = () => new Date()
const http = createHttp({
  version: 'bench',
  authenticate: async () => null,
  grantFor: () => undefined,
  idempotencyStore: memoryIdempotency(now),
})
const limits = { ...usualLimits, trustedCallers: ['127.0.0.1'] }
http.register(enquiryRoutes(createEnquiry({ lookUp: () => Promise.resolve(pack), limits, now })))
say({ said: 'listening', url: await http.listen({ port: 0, host: '127.0.0.1' }) })
