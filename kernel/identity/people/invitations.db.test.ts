import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Grant, Person } from '../rights/person.ts'
import { codeOf, openPeopleHouse } from './people.testkit.ts'
import {
  aro,
  dec,
  electionId,
  islamabad,
  na46,
  na57,
  openStaffedHouse,
  ro,
  secretariat,
} from './staffed-house.testkit.ts'

const { house, secretary, district, seat, elsewhere, newName, invite, acceptAs, newest } = await openStaffedHouse(
  inject('postgresUrl'),
)
afterAll(() => house.close())
beforeEach(() => house.clock.advance(1000))

const tryInvite = async (by: Person, ...grants: Grant[]) =>
  codeOf(await house.identity.invitations.invite({ name: 'Somebody', grants }, by))

describe('inviting', () => {
  test('an officer invites below the own rank and within the own place', async () => {
    expect(await tryInvite(secretary, dec)).toBe('done')
    expect(await tryInvite(district, ro)).toBe('done')
    expect(await tryInvite(seat, aro)).toBe('done')
    expect(
      await tryInvite(seat, { role: 'presiding-officer', scope: { kind: 'station', code: 'NA-46/17', electionId } }),
    ).toBe('done')
  })

  test.each<[string, Person, Grant, string]>([
    ['the own rank', district, dec, 'identity.rank-too-high'],
    [
      'a higher rank',
      seat,
      { role: 'district-returning-officer', scope: { ...islamabad, electionId } },
      'identity.place-outside',
    ],
    ['the own rank in the secretariat', secretary, secretariat, 'identity.rank-too-high'],
    ['a seat of another district', district, { ...ro, scope: na57 }, 'identity.place-outside'],
    [
      'a seat that lies elsewhere in another election',
      district,
      { ...ro, scope: { ...na46, electionId: 'e-2' } },
      'identity.place-outside',
    ],
    [
      'the own seat in another election',
      seat,
      { ...aro, scope: { ...na46, electionId: 'e-2' } },
      'identity.place-outside',
    ],
    [
      'a station of another seat',
      seat,
      { role: 'presiding-officer', scope: { kind: 'station', code: 'NA-57/1', electionId } },
      'identity.place-outside',
    ],
    ['the country', district, { role: 'auditor', scope: { kind: 'national' } }, 'identity.place-outside'],
    [
      'a place over which no office is open',
      secretary,
      { ...ro, scope: { ...na46, code: 'NA-99' } },
      'identity.place-unknown',
    ],
    [
      'a role over a place of the wrong kind',
      secretary,
      { ...ro, scope: { ...islamabad, electionId } },
      'identity.role-misplaced',
    ],
    [
      'a role of an election without its election',
      secretary,
      { ...ro, scope: { kind: 'constituency', code: 'NA-46' } },
      'identity.office-election',
    ],
    [
      'a standing role with an election',
      secretary,
      { ...dec, scope: { ...islamabad, electionId } },
      'identity.office-election',
    ],
    [
      'an election that nobody announced',
      secretary,
      { ...ro, scope: { ...na46, electionId: 'e-9' } },
      'identity.election-unknown',
    ],
    ['a time that is over', secretary, { ...dec, until: '2024-01-01T00:00:00.000Z' }, 'identity.term-over'],
    [
      'a time that ends before it begins',
      secretary,
      { ...ro, from: '2024-03-01T00:00:00.000Z', until: '2024-02-20T00:00:00.000Z' },
      'identity.term-over',
    ],
  ])('is refused to %s', async (_what, by, grant, code) => {
    expect(await tryInvite(by, grant)).toBe(code)
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

test('of everything done above the register agrees with the ledger, which names nobody', async () => {
  expect(await house.disagreements()).toEqual([])
  expect(JSON.stringify(await house.entries())).not.toMatch(/Officer |Somebody|secretary/)
})
