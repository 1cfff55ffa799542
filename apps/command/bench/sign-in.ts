import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { totpCode } from '@intikhab/kernel/identity'
import { Latencies, signInSecretariat, startChildServer, type Ready } from '@intikhab/rehearsal/stage'
import type { Figure } from './figure.ts'
import type { BenchSettings, Stage } from './stage.ts'

/** Sign-ins a second and for how many seconds; every account signs in twice, with one code each. */
const [pace, seconds] = [20, 10]
const officers = (pace * seconds) / 2
/** Reads a second beside them, half of them asking the database who asks. */
const othersPace = 200
const password = 'four quiet rivers run'
const periodMilliseconds = 30_000

interface Officer {
  readonly name: string
  readonly totpSecret: string
}

/** A rush of officers who come in with password and code, while others go on with their work. */
export const signInStage: Stage = {
  figures: ['sign-in'],
  async *play(_wanted, settings) {
    const options = ['--port', '0', '--data', join(settings.workshop, 'sign-in'), '--voters', '6000']
    settings.onProgress('First start', 0, 1)
    const server = await startChildServer<Ready>(options)
    try {
      yield await measure(server.ready, settings)
    } finally {
      await server.stop()
    }
  },
}

async function measure(ready: Ready, { onProgress }: BenchSettings): Promise<Figure> {
  const { proposer: secretariat } = await signInSecretariat(ready)
  const staff: Officer[] = []
  for (let n = 0; n < officers; n++) {
    onProgress('Inviting officers', n, officers)
    staff.push(await invite(ready.url, `officer-${n}`, (body) => secretariat.post('/api/identity/invitations', body)))
  }
  const cookie = cookiesOf(await enter(ready.url, staff[0] ?? { name: '', totpSecret: '' }, 0))
  const read = (n: number) =>
    fetch(new URL(n % 2 === 0 ? '/api/identity/me' : '/en', ready.url), { headers: { cookie } })
  onProgress('Reading on a quiet server', 0, 1)
  const quiet = await atPace(othersPace, read)
  onProgress('Signing in', 0, 1)
  const [signIns, busy] = await Promise.all([
    atPace(pace, (n) => enter(ready.url, staff[n % officers] ?? { name: '', totpSecret: '' }, n < officers ? 0 : 1)),
    atPace(othersPace, read),
  ])
  const [before, during, entering] = [quiet, busy, signIns].map(({ latencies }) => latencies.percentiles().p99)
  return {
    name: 'sign-in',
    what: 'sign-in with password and code, others at work beside it',
    measures: [
      { of: '', value: signIns.succeeded / signIns.seconds, unit: '/s', atLeast: pace * 0.95 },
      { of: 'p99', value: entering ?? 0, unit: 'ms' },
      { of: 'others, p99', value: during ?? 0, unit: 'ms', atMost: 50 },
      { of: 'others alone, p99', value: before ?? 0, unit: 'ms' },
    ],
    sizes: `argon2id at 19 MiB and two passes; ${pace} sign-ins/s for ${seconds} s by ${officers} officers, ${signIns.failed} refused; beside them ${othersPace} reads/s, half of them with a session`,
  }
}

/** What came of asking at a pace: whoever is slow does not slow down the asking. */
interface Paced {
  readonly succeeded: number
  readonly failed: number
  readonly seconds: number
  readonly latencies: Latencies
}

async function atPace(perSecond: number, ask: (n: number) => Promise<Response>): Promise<Paced> {
  const latencies = new Latencies()
  const began = performance.now()
  let failed = 0
  const answers: Promise<void>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond
    if (due > performance.now()) await wait(due - performance.now())
    answers.push(
      ask(n).then(async (answer) => {
        await answer.arrayBuffer()
        latencies.add(performance.now() - due)
        if (!answer.ok) failed++
      }),
    )
  }
  await Promise.all(answers)
  return { succeeded: answers.length - failed, failed, seconds: (performance.now() - began) / 1000, latencies }
}

function post(url: string, path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie }
  return fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) })
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')

/** Invites an officer, who accepts and sets up password and app. */
async function invite(url: string, name: string, send: (body: object) => Promise<{ token: string }>): Promise<Officer> {
  const grants = [{ role: 'district-officer', scope: { kind: 'district', code: 'islamabad' } }]
  const { token } = await send({ name, grants })
  const cookie = cookiesOf(
    await accepted(post(url, '/api/identity/invitations/acceptance', { token, signInName: name })),
  )
  const account = '/api/identity/account'
  await accepted(post(url, `${account}/password`, { password }, cookie))
  const { secret } = (await (await accepted(post(url, `${account}/authenticator`, {}, cookie))).json()) as {
    secret: string
  }
  // Confirmed with the code before this one, so that this one and the next are left to sign in with.
  const code = totpCode(secret, new Date(Date.now() - periodMilliseconds))
  await accepted(post(url, `${account}/authenticator/confirmation`, { code }, cookie))
  return { name, totpSecret: secret }
}

async function accepted(sent: Promise<Response>): Promise<Response> {
  const answer = await sent
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`)
  return answer
}

/** Signs in with the code of this half minute, or a later one. */
function enter(url: string, { name, totpSecret }: Officer, later: number): Promise<Response> {
  const code = totpCode(totpSecret, new Date(Date.now() + later * periodMilliseconds))
  return post(url, '/api/identity/sign-in', { name, password, code })
}
