import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { createApprovals, type Approvals } from '@intikhab/kernel/approvals'
import { findApprovingGrant, findGrant, type Grant, type Person } from '@intikhab/kernel/identity'
import { createLedger, openSigner, type ActApproval, type Ledger } from '@intikhab/kernel/ledger'
import type { ElectionFacts } from '../core/facts.ts'
import { sampleContest, samplePack } from '../core/sample.testkit.ts'
import type { StationEntry } from '../core/edition.ts'
import { stationDevice, type StationDevice } from '../sim/station-device.ts'
import { writeForm45, type CountedStation } from '../sim/write-forms.ts'
import type { EnrolledDevice } from './open-bundle.ts'

/** A small election of two seats for tests: NA-1 with three candidates and `stations` stations, NA-2 with two. */
export const electionId = 'sample-2026'
const pollDate = '2026-07-25'
const countedAt = '2026-07-25T15:30:00.000Z'
export const arrivedAt = '2026-07-25T16:00:00.000Z'

function station(contestId: string, number: number): StationEntry {
  return {
    stationId: `${contestId}/${number}`,
    number,
    name: { en: `School ${number}`, ur: `اسکول ${number}` },
    type: 'combined',
    registered: { male: 500, female: 400, total: 900 },
  }
}

export function sampleFacts(stations = 6): ElectionFacts {
  const contests = [
    sampleContest('NA-1', 3),
    sampleContest('NA-2', 2),
    sampleContest('NA-3', 1, { noCount: 'uncontested' }),
  ]
  const parties = [1, 2, 3].map((n) => ({ id: `party-${n}`, name: { en: `Party ${n}`, ur: `جماعت ${n}` } }))
  const list = (id: string): [string, StationEntry[]] => [
    id,
    Array.from({ length: stations }, (_, index) => station(id, index + 1)),
  ]
  return {
    id: electionId,
    name: { en: 'Sample election', ur: 'نمونے کا انتخاب' },
    pollDate,
    pack: samplePack,
    contests,
    parties,
    stations: new Map([list('NA-1'), list('NA-2')]),
  }
}

export function deviceAt(stationId: string, seed = 'sample'): StationDevice {
  return stationDevice(seed, electionId, stationId)
}

/** Devices of every sample station, as identity would find them; `revoked` ones are marked. */
export function enrolled(
  facts: ElectionFacts,
  revoked: readonly string[] = [],
  over: readonly string[] = [],
): (keyId: string) => EnrolledDevice | undefined {
  const devices = [...facts.stations.values()].flat().map(({ stationId }): [string, EnrolledDevice] => {
    const { keyId, publicKey } = deviceAt(stationId)
    const revokedAt = revoked.includes(stationId) ? new Date('2026-07-25T12:00:00Z') : null
    return [keyId, { keyId, publicKey, electionId, scope: stationId, revokedAt, isOver: over.includes(stationId) }]
  })
  const held = new Map(devices)
  return (keyId) => held.get(keyId)
}

/** A count that passes every check: 100, 80, 60 … votes, 20 excluded. */
export function sampleCount(
  contestId: string,
  stationNumber: number,
  more: Partial<CountedStation> = {},
): CountedStation {
  const votes = contestId === 'NA-1' ? [100 + stationNumber, 80, 60] : [50, 40 + stationNumber]
  const ballots = votes.reduce((sum, each) => sum + each, 20)
  const male = Math.floor(ballots / 2)
  return {
    electionId,
    contestId,
    stationNumber,
    registered: { male: 500, female: 400, total: 900 },
    votes,
    excluded: 20,
    polled: { male, female: ballots - male },
    madeAt: countedAt,
    agents: { present: 3, signed: 3 },
    ...more,
  }
}

/** The signed Form-45 of a sample station. */
export function sampleBundle(contestId: string, stationNumber: number, more: Partial<CountedStation> = {}) {
  return deviceAt(`${contestId}/${stationNumber}`).sign(writeForm45(sampleCount(contestId, stationNumber, more)))
}

/** The real ledger on a folder of its own, which goes with `remove`. */
export function sampleLedger(database: Database): { ledger: Ledger; folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-results-'))
  const signer = openSigner(join(folder, 'log.key'), 'sample.example')
  const ledger = createLedger({ database, folder: join(folder, 'log'), signer, origin: 'sample.example/log' })
  return { ledger, folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An officer at a browser of their own; the account is named after the office unless something else is said. */
export function officerAt(
  role: Grant['role'],
  seat: string | null,
  more: { id?: string; until?: string } = {},
): Person {
  const { id = `${role} ${seat ?? ''}`.trim(), until } = more
  const scope = seat === null ? ({ kind: 'national' } as const) : ({ kind: 'constituency', code: seat } as const)
  return {
    accountId: id,
    name: id,
    grants: [{ role, scope, ...(until === undefined ? {} : { until }) }],
    session: { id: `session of ${id}`, device: `browser of ${id}`, secondFactorAt: '2026-01-01T00:00:00.000Z' },
  }
}

/** The room of approvals, whose officers always have their second factor at hand. */
export function sampleApprovals(database: Database, ledger: Ledger, now: () => Date): Approvals {
  return createApprovals({
    database,
    ledger,
    now,
    gate: {
      grantFor: (person, act, where) => findGrant(person, act, where, now()),
      approvingGrantFor: (person, act, where) => findApprovingGrant(person, act, where, now()),
      wantsFreshFactor: () => false,
    },
  })
}

/** For results in which nobody proposes anything. */
export const noApprovals: Pick<Approvals, 'define' | 'propose'> = {
  define: () => undefined,
  propose: () => Promise.reject(new Error('nobody proposes here')),
}

/** An approval by two officers of a seat, as the room of approvals hands it on. */
export function approvalBy(id: string, seat: string): ActApproval {
  const office = `constituency/${seat}`
  return {
    id,
    proposedBy: { kind: 'account', id: 'clerk', role: 'data-entry', office, device: 'browser-1' },
    approvedBy: { kind: 'account', id: 'officer', role: 'returning-officer', office, device: 'browser-2' },
    approvedAt: arrivedAt,
  }
}
