import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { hashReason } from '@intikhab/kernel/ledger'
import type { Grant, Person, Scope } from '../rights/person.ts'
import { findPeopleReason } from './find-reason.ts'
import { codeOf, openPeopleHouse, password, type PeopleHouse } from './people.testkit.ts'

const electionId = 'e-1'
const islamabad: Scope = { kind: 'district', code: 'islamabad' }
const na46: Scope = { kind: 'constituency', code: 'NA-46', electionId }
const na57: Scope = { kind: 'constituency', code: 'NA-57', electionId }
const secretariat: Grant = { role: 'secretariat', scope: { kind: 'national' } }
const dec: Grant = { role: 'district-officer', scope: islamabad }
const ro: Grant = { role: 'returning-officer', scope: na46 }
const aro: Grant = { role: 'assistant-returning-officer', scope: na46 }

let house: PeopleHouse
let secretary: Person
let colleague: Person
let district: Person
let seat: Person
let elsewhere: Person
let count = 0

beforeAll(async () => {
  house = await openPeopleHouse(inject('postgresUrl'))
  secretary = await house.hire('secretary', secretariat)
  colleague = await house.hire('colleague', secretariat)
  district = await house.hire('dec-islamabad', dec)
  seat = await house.hire('ro-na-46', ro)
  elsewhere = await house.hire('ro-na-57', { role: 'returning-officer', scope: na57 })
})
afterAll(() => house.close())
beforeEach(() => house.clock.advance(1000))

const newName = () => `somebody-${++count}`
const hire = (...grants: Grant[]) => house.hire(newName(), ...grants)
const newest = async () => (await house.entries()).at(-1)

async function invite(by: Person, ...grants: Grant[]) {
  const made = await house.identity.invitations.invite({ name: 'Somebody New', grants }, by)
  if (!made.ok) throw new Error(codeOf(made))
  return made.value
}
const tryInvite = async (by: Person, ...grants: Grant[]) =>
  codeOf(await house.identity.invitations.invite({ name: 'Somebody', grants }, by))
const acceptAs = (token: string, name = newName()) => house.identity.invitations.accept(token, { signInName: name })

describe('inviting', () => {
  test('an officer invites below the own rank and within the own place', async () => {
    expect(await tryInvite(secretary, dec)).toBe('done')
    expect(await tryInvite(district, ro)).toBe('done')
    expect(await tryInvite(seat, aro)).toBe('done')
    expect(
      await tryInvite(seat, { role: 'presiding-officer', scope: { kind: 'station', code: 'NA-46/17', electionId } }),
    ).toBe('done')
  })

  test.each<[string, () => Person, Grant, string]>([
    ['the own rank', () => district, dec, 'identity.rank-too-high'],
    [
      'a higher rank',
      () => seat,
      { role: 'district-returning-officer', scope: { ...islamabad, electionId } },
      'identity.place-outside',
    ],
    ['the own rank in the secretariat', () => secretary, secretariat, 'identity.rank-too-high'],
    ['a seat of another district', () => district, { ...ro, scope: na57 }, 'identity.place-outside'],
    [
      'a seat that lies elsewhere in another election',
      () => district,
      { ...ro, scope: { ...na46, electionId: 'e-2' } },
      'identity.place-outside',
    ],
    [
      'the own seat in another election',
      () => seat,
      { ...aro, scope: { ...na46, electionId: 'e-2' } },
      'identity.place-outside',
    ],
    [
      'a station of another seat',
      () => seat,
      { role: 'presiding-officer', scope: { kind: 'station', code: 'NA-57/1', electionId } },
      'identity.place-outside',
    ],
    ['the country', () => district, { role: 'auditor', scope: { kind: 'national' } }, 'identity.place-outside'],
    [
      'a place over which no office is open',
      () => secretary,
      { ...ro, scope: { ...na46, code: 'NA-99' } },
      'identity.place-unknown',
    ],
    [
      'a role over a place of the wrong kind',
      () => secretary,
      { ...ro, scope: { ...islamabad, electionId } },
      'identity.role-misplaced',
    ],
    [
      'a role of an election without its election',
      () => secretary,
      { ...ro, scope: { kind: 'constituency', code: 'NA-46' } },
      'identity.office-election',
    ],
    [
      'a standing role with an election',
      () => secretary,
      { ...dec, scope: { ...islamabad, electionId } },
      'identity.office-election',
    ],
    [
      'an election that nobody announced',
      () => secretary,
      { ...ro, scope: { ...na46, electionId: 'e-9' } },
      'identity.election-unknown',
    ],
    ['a time that is over', () => secretary, { ...dec, until: '2024-01-01T00:00:00.000Z' }, 'identity.term-over'],
    [
      'a time that ends before it begins',
      () => secretary,
      { ...ro, from: '2024-03-01T00:00:00.000Z', until: '2024-02-20T00:00:00.000Z' },
      'identity.term-over',
    ],
  ])('is refused to %s', async (_what, by, grant, code) => {
    expect(await tryInvite(by(), grant)).toBe(code)
  })

  test('one office too many refuses the whole invitation', async () => {
    const refused = await house.identity.invitations.invite({ name: 'Somebody', grants: [aro, ro] }, seat)
    expect(refused).toMatchObject({ ok: false, refusal: { field: '/grants/1' } })
  })

  test('an officer whose own term is over invites nobody any more', async () => {
    const gone: Person = { ...seat, grants: [{ ...ro, until: '2024-02-01T00:00:00.000Z' }] }
    expect(await tryInvite(gone, aro)).toBe('identity.place-outside')
  })
})

describe('an invitation', () => {
  test('makes an account once: used twice, also at the same moment, it is refused', async () => {
    const { token } = await invite(district, ro)
    const both = await Promise.all([acceptAs(token), acceptAs(token)])
    expect(both.map(codeOf).sort()).toEqual(['done', 'identity.invitation-used'])
    expect(codeOf(await acceptAs(token))).toBe('identity.invitation-used')
  })

  test('lapses after seven days, and a new link can be made for it', async () => {
    const first = await invite(district, aro)
    house.clock.advance(7 * 86_400_000)
    expect(codeOf(await acceptAs(first.token))).toBe('identity.invitation-lapsed')
    const again = await house.identity.invitations.renew(first.invitationId, district)
    if (!again.ok) throw new Error(codeOf(again))
    expect(codeOf(await acceptAs(first.token))).toBe('identity.invitation-unknown')
    expect(codeOf(await acceptAs(again.value.token))).toBe('done')
    expect(codeOf(await house.identity.invitations.renew(first.invitationId, district))).toBe(
      'identity.invitation-used',
    )
  })

  test('is withdrawn by its inviter or somebody above, by nobody else', async () => {
    const one = await invite(district, aro)
    expect(codeOf(await house.identity.invitations.withdraw(one.invitationId, elsewhere))).toBe(
      'identity.place-outside',
    )
    expect(codeOf(await house.identity.invitations.withdraw(one.invitationId, district))).toBe('done')
    expect(codeOf(await acceptAs(one.token))).toBe('identity.invitation-withdrawn')
    const other = await invite(district, aro)
    expect(codeOf(await house.identity.invitations.withdraw(other.invitationId, secretary))).toBe('done')
  })

  test('nobody knows is unknown, and a taken sign-in name leaves it open', async () => {
    expect(codeOf(await acceptAs('A'.repeat(43)))).toBe('identity.invitation-unknown')
    const { token } = await invite(district, aro)
    expect(codeOf(await acceptAs(token, ' SECRETARY '))).toBe('identity.name-taken')
    expect(codeOf(await acceptAs(token))).toBe('done')
  })

  test('neither its token nor a name stands in database or ledger', async () => {
    const { token, invitationId } = await invite(district, aro)
    const { rows } = await house.database.pool.query('select * from identity.invitation where id = $1', [invitationId])
    expect(JSON.stringify(rows)).not.toContain(token)
    const entry = JSON.stringify(await newest())
    expect(entry).toContain('assistant-returning-officer constituency/NA-46 e-1')
    expect(entry).not.toContain('Somebody')
  })

  test('opens a session without any office, until a way to sign in is chosen', async () => {
    const { token } = await invite(secretary, dec)
    const read = await house.http.fastify.inject({
      method: 'POST',
      url: '/api/identity/invitations/reading',
      payload: { token },
    })
    expect(read.json()).toMatchObject({ name: 'Somebody New', grants: [dec] })
    const accepted = await house.http.fastify.inject({
      method: 'POST',
      url: '/api/identity/invitations/acceptance',
      payload: { token, signInName: newName() },
    })
    expect(accepted.statusCode).toBe(204)
    const cookie = String([accepted.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
    const me = await house.http.fastify.inject({ url: '/api/identity/me', headers: { cookie } })
    expect(me.json()).toMatchObject({ name: 'Somebody New', grants: [], acts: [], mustEnrol: true })
    const people = await house.http.fastify.inject({ url: '/api/identity/people', headers: { cookie } })
    expect(people.statusCode).toBe(403)
    expect(await newest()).toMatchObject({ act: 'invitation-accepted', actor: { kind: 'account' } })
  })

  test('the program invites until two accounts of the secretariat exist, and whoever accepts says their name', async () => {
    expect(await house.identity.invitations.inviteFirst()).toEqual([])
    const empty = await openPeopleHouse(inject('postgresUrl'))
    const { invitations } = empty.identity
    const old = await invitations.inviteFirst()
    expect(old).toHaveLength(2)
    const [one, two] = await invitations.inviteFirst()
    const accept = async (token = '', name?: string) =>
      codeOf(await invitations.accept(token, { signInName: newName(), name }))
    expect(await accept(old[0]?.token, 'First Secretary')).toBe('identity.invitation-withdrawn')
    expect(await accept(one?.token)).toBe('identity.name-missing')
    expect(await accept(one?.token, 'First Secretary')).toBe('done')
    expect(await invitations.inviteFirst()).toHaveLength(1)
    expect(await accept(two?.token, 'Second Secretary')).toBe('identity.invitation-withdrawn')
    expect(await empty.disagreements()).toEqual([])
    await empty.close()
  })

  test('a token that comes in an address is not asked for: nothing answers there', async () => {
    const answer = await house.http.fastify.inject({ url: `/api/identity/invitations/${'A'.repeat(43)}` })
    expect(answer.statusCode).toBe(404)
  })
})

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
      'identity.grant:planted',
    ],
    [
      'a seat that was moved by hand',
      `update identity.office set parent = 'dec-rawalpindi' where id = 'ro-na-46'`,
      `update identity.office set parent = 'dro-islamabad' where id = 'ro-na-46'`,
      'identity.office:ro-na-46',
    ],
    [
      'an account that was made by hand',
      `insert into identity.account (id, sign_in_name, name, made_at) values ('planted', 'planted', 'x', now())`,
      `delete from identity.account where id = 'planted'`,
      'identity.account:planted',
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
