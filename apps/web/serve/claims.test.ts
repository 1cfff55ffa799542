import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { rollsRefusals, type PublicClaims } from '@intikhab/rolls'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { registerClaims } from './claims.ts'

/** A site that takes claims of which one can be withdrawn, once. */
function site() {
  const asked: unknown[] = []
  let isOpen = true
  const claims: Pick<PublicClaims, 'withdraw'> = {
    async withdraw(asking): Promise<Outcome<never>> {
      asked.push(asking)
      if (!isOpen) return refuse(rollsRefusals['claim-closed'])
      isOpen = false
      return accept({ docket: asking.docket, state: 'withdrawn' } as never)
    },
  }
  const app = fastify()
  const render = async (_language: string, path: string, answer: object) => JSON.stringify({ path, ...answer })
  registerClaims(app, { claims: claims as PublicClaims, render, headers: { 'content-type': 'text/html' } })
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/ur/claims/mine/withdraw',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        docket: 'ISL-2026-000001',
        pin: '2222-2222',
        reason: 'معاملہ طے ہو گیا',
      }).toString(),
    })
  return { asked, send }
}

test('a claim is withdrawn by a plain form, and the page of an ended one comes back; a second time it is refused', async () => {
  const { asked, send } = site()
  const done = await send()
  expect([done.statusCode, done.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(done.json()).toMatchObject({ kind: 'followed', claim: { state: 'withdrawn' }, pin: '2222-2222' })
  expect(asked).toEqual([{ docket: 'ISL-2026-000001', pin: '2222-2222', reason: 'معاملہ طے ہو گیا', ip: '127.0.0.1' }])
  const again = await send()
  expect([again.statusCode, again.json<object>()]).toMatchObject([409, { kind: 'unknown', docket: 'ISL-2026-000001' }])
})
