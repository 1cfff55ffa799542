import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { hashReason } from '@intikhab/kernel/ledger'
import type { Grant, Person } from '../rights/person.ts'
import { findPeopleReason } from './find-reason.ts'
import { codeOf, password } from './people.testkit.ts'
import { aro, dec, electionId, na46, na57, openStaffedHouse, ro, secretariat } from './staffed-house.testkit.ts'

const staff = await openStaffedHouse(inject('postgresUrl'))
const { house, secretary, colleague, district, seat, elsewhere, hire, invite, acceptAs, newest } = staff
afterAll(() => house.close())
beforeEach(() => house.clock.advance(1000))

describe('terms', () => {
  test('move with the programme, and end with it', async () => {
    const officer = await hire(ro)
    expect(officer.grants).toEqual([{ ...ro, ...house.terms.get(electionId) }])
    const before = house.terms.get(electionId)
    house.terms.set(electionId, { from: '2024-06-01T00:00:00.000Z', until: '2024-08-01T00:00:00.000Z' })
    const later = await house.again(officer)
    expect(house.identity.grantFor(later, 'results.postal', na46)).toBeUndefined()
    if (before !== undefined) house.terms.set(electionId, before)
    const again = await house.again(officer)
    expect(house.identity.grantFor(again, 'results.postal', na46)?.role).toBe('returning-officer')
  })

  test('an office over a district reaches its seats without the route saying so', () => {
    expect(house.identity.grantFor(district, 'results.read-desk', na46)?.role).toBe('district-officer')
    expect(house.identity.grantFor(district, 'results.read-desk', na57)).toBeUndefined()
  })
})

describe('managing', () => {
  const signInNames = (shown: readonly { readonly account: { readonly signInName: string } }[]) =>
    shown.map(({ account }) => account.signInName)

  test('an officer sees the people of the own reach, the secretariat everybody', async () => {
    const mine = signInNames(await house.identity.people.list(district, ''))
    expect(mine).toContain('ro-na-46')
    expect(mine).toContain('dec-islamabad')
    expect(mine).not.toContain('ro-na-57')
    expect(mine).not.toContain('secretary')
    const all = signInNames(await house.identity.people.list(secretary, ''))
    expect(all).toEqual(expect.arrayContaining(['ro-na-46', 'ro-na-57', 'secretary']))
    expect(signInNames(await house.identity.people.list(secretary, 'RO-NA-5'))).toEqual(['ro-na-57'])
    expect(codeOf(await house.identity.people.find(district, elsewhere.accountId))).toBe('identity.account-unknown')
  })

  test('an office is taken back by somebody above it, within their place, with a reason that stays in the register', async () => {
    const officer = await hire(aro)
    const found = await house.identity.people.find(seat, officer.accountId)
    const grantId = (found.ok ? found.value.grants[0]?.id : undefined) ?? ''
    const end = async (by: Person) =>
      codeOf(await house.identity.people.endGrant(by, officer.accountId, grantId, 'Moved to another post'))
    expect(await end(elsewhere)).toBe('identity.grant-unknown')
    expect(await end(officer)).toBe('identity.own-account')
    expect(await end(seat)).toBe('done')
    expect(await end(seat)).toBe('identity.grant-unknown')
    expect((await house.again(officer)).grants).toEqual([])
    const entry = await newest()
    expect(entry).toMatchObject({
      act: 'grant-ended',
      subject: officer.accountId,
      actor: { id: seat.accountId, role: 'returning-officer', office: 'constituency/NA-46' },
      reasonHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.stringify(entry)).not.toContain('Moved')
    if (entry === undefined) throw new Error('the act left no entry')
    const kept = await findPeopleReason(house.database, entry)
    expect(kept?.words).toBe('Moved to another post')
    expect(hashReason(kept?.words ?? '', kept?.salt ?? Buffer.of())).toBe(entry.reasonHash)
  })

  test('nobody manages the own rank or above, except the secretariat the secretariat, and never oneself', async () => {
    const close = async (by: Person, whom: Person) =>
      codeOf(await house.identity.people.closeAccount(by, whom.accountId, 'Left the service'))
    const peer = await hire(dec)
    expect(await close(district, peer)).toBe('identity.rank-too-high')
    expect(await close(seat, district)).toBe('identity.account-unknown')
    expect(await close(secretary, secretary)).toBe('identity.own-account')
    const third = await hire(secretariat)
    expect(await close(colleague, third)).toBe('done')
    expect(await close(colleague, third)).toBe('identity.account-closed')
  })

  test('somebody with an office outside one’s reach cannot be closed, only parted from the office within it', async () => {
    const both = await hire(aro, { ...aro, scope: na57 })
    expect(codeOf(await house.identity.people.closeAccount(seat, both.accountId, 'No longer needed'))).toBe(
      'identity.place-outside',
    )
    const found = await house.identity.people.find(seat, both.accountId)
    expect(found.ok && found.value.grants.filter(({ mayEnd }) => mayEnd)).toHaveLength(1)
  })

  test('a closed account is out at once, and the invitations that it made open nothing any more', async () => {
    const officer = await hire(ro)
    const { token } = await invite(officer, aro)
    const cookies = await house.identity.signIn.sessions.begin(
      officer.accountId,
      { headers: {}, ip: '192.0.2.1' },
      'password',
    )
    const headers = { cookie: cookies[0]?.split(';')[0] ?? '' }
    expect((await house.http.fastify.inject({ url: '/api/identity/me', headers })).json()).toMatchObject({
      acts: expect.arrayContaining(['results.postal']),
    })
    expect(codeOf(await house.identity.people.closeAccount(district, officer.accountId, 'Dismissed'))).toBe('done')
    expect((await house.http.fastify.inject({ url: '/api/identity/me', headers })).statusCode).toBe(401)
    expect(codeOf(await acceptAs(token))).toBe('identity.invitation-withdrawn')
    expect(codeOf(await house.identity.people.give(district, officer.accountId, aro))).toBe('identity.account-closed')
  })

  test('a supervisor ends the sessions of a person, and offices change with the next request', async () => {
    const officer = await hire(aro)
    const begin = async () =>
      (
        await house.identity.signIn.sessions.begin(officer.accountId, { headers: {}, ip: '192.0.2.1' }, 'password')
      )[0]?.split(';')[0] ?? ''
    const [one, two] = [await begin(), await begin()]
    const me = (cookie: string) => house.http.fastify.inject({ url: '/api/identity/me', headers: { cookie } })
    expect(codeOf(await house.identity.people.give(seat, officer.accountId, { role: 'supervisor', scope: na46 }))).toBe(
      'done',
    )
    expect((await me(one)).json<{ grants: Grant[] }>().grants).toHaveLength(2)
    expect(await house.identity.people.endSessions(elsewhere, officer.accountId)).toMatchObject({ ok: false })
    expect(await house.identity.people.endSessions(seat, officer.accountId)).toEqual({ ok: true, value: { ended: 2 } })
    expect([(await me(one)).statusCode, (await me(two)).statusCode]).toEqual([401, 401])
  })

  test('an office is not given twice for one term, and nobody gives an office to themselves', async () => {
    const officer = await hire(aro)
    expect(codeOf(await house.identity.people.give(seat, officer.accountId, aro))).toBe('identity.grant-held')
    const later = { ...aro, from: '2024-03-01T00:00:00.000Z' }
    expect(codeOf(await house.identity.people.give(seat, officer.accountId, later))).toBe('done')
    expect(codeOf(await house.identity.people.give(seat, officer.accountId, later))).toBe('identity.grant-held')
    expect(codeOf(await house.identity.people.give(seat, officer.accountId, ro))).toBe('identity.rank-too-high')
    expect(codeOf(await house.identity.people.give(seat, seat.accountId, aro))).toBe('identity.own-account')
  })
})

describe('the record', () => {
  test('erasing a closed account takes every trace of the person, and the ledger stays whole', async () => {
    const { token } = await invite(district, aro)
    const accepted = await acceptAs(token, 'to-be-forgotten')
    const accountId = accepted.ok ? accepted.value.accountId : ''
    const erase = async () => codeOf(await house.identity.people.erase(secretary, accountId))
    expect(await erase()).toBe('identity.account-open')
    await house.identity.people.closeAccount(district, accountId, 'Retired to the village')
    expect(await erase()).toBe('done')
    expect(await erase()).toBe('identity.account-erased')
    for (const table of ['account', 'account_grant', 'invitation', 'password', 'authenticator', 'passkey']) {
      const { rows } = await house.database.pool.query(
        `select * from identity.${table} where ${table === 'account' ? 'id' : 'account_id'} = $1`,
        [accountId],
      )
      expect(JSON.stringify(rows)).not.toMatch(/forgotten|Somebody New|Retired/)
    }
    expect(await house.disagreements()).toEqual([])
    const free = await invite(district, aro)
    expect(codeOf(await acceptAs(free.token, 'to-be-forgotten'))).toBe('done')
  })

  test('of everything done above the register agrees with the ledger', async () => {
    expect(await house.disagreements()).toEqual([])
  })

  test.each([
    [
      'an office that was given by hand',
      `insert into identity.account_grant (id, account_id, role, scope_kind, made_at) select 'planted', id, 'secretariat', 'national', now() from identity.account where sign_in_name = 'ro-na-46'`,
      `delete from identity.account_grant where id = 'planted'`,
      'identity.grant:planted: no act made it',
    ],
    [
      'a seat that was moved by hand',
      `update identity.office set parent = 'dec-rawalpindi' where id = 'ro-na-46'`,
      `update identity.office set parent = 'dro-islamabad' where id = 'ro-na-46'`,
      'identity.office:ro-na-46: differs',
    ],
    [
      'an account that was made by hand',
      `insert into identity.account (id, sign_in_name, name, made_at) values ('planted', 'planted', 'x', now())`,
      `delete from identity.account where id = 'planted'`,
      'identity.account:planted: no act made it',
    ],
  ])('%s is found', async (_what, tamper, mend, record) => {
    await house.database.pool.query(tamper)
    expect(await house.disagreements()).toEqual([record])
    await house.database.pool.query(mend)
    expect(await house.disagreements()).toEqual([])
  })

  test('no name, sign-in name or reason is in the ledger', async () => {
    const text = JSON.stringify(await house.entries())
    expect(text).not.toMatch(/Officer |Somebody|secretary|Dismissed|Left the service/)
    expect(text).not.toContain(password)
  })
})
