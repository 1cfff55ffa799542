import { randomBytes } from 'node:crypto'
import { bulkLoad, type Database } from '@intikhab/kernel/database'
import { hashReason, type ActBy, type JsonValue, type Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { PollingSchemeActName } from '../core/acts.ts'
import { pollingSchemeRefusals as kinds } from '../core/refusals.ts'
import type { SchemeStatus, SchemeVersion } from '../core/scheme.ts'
import { stationIdOf, totalOf, type PollingStation } from '../core/station.ts'
import { schemeFiles, type EditionFile } from './edition-files.ts'
import { digestStations, schemeRecord } from './records.ts'
import { addVersion, createPollingSchemeStore, type PollingSchemeStore } from './store.ts'

/** A version to be taken in. */
export interface SchemeDraft {
  readonly electionId: string
  readonly status: SchemeStatus
  /** May be empty for the first version only. */
  readonly reason: string
  readonly stations: readonly PollingStation[]
  /** The data-quality report of the import that it comes from. */
  readonly report?: JsonValue
}

/** Polling schemes of all elections. */
export interface PollingSchemes {
  readonly store: PollingSchemeStore
  /**
   * Takes in the next version with its ledger entry, all or nothing. Refuses `no-stations`, `station-twice`,
   * `reason-missing`, `draft-after-final`.
   */
  add(draft: SchemeDraft, by: ActBy): Promise<Outcome<SchemeVersion>>
  /** Files of the series `scheme-<electionId>`. Refuses `no-scheme`. */
  editionFiles(electionId: string): Promise<Outcome<readonly EditionFile[]>>
}

/** Series under which an election's polling scheme is published. */
export const schemeSeries = (electionId: string) => `scheme-${electionId}`

function findTwice(stations: readonly PollingStation[]): string | undefined {
  const seen = new Set<string>()
  for (const { constituency, number } of stations) {
    const id = stationIdOf(constituency, number)
    if (seen.has(id)) return id
    seen.add(id)
  }
  return undefined
}

/** Opens the polling schemes on a database. */
export function createPollingSchemes(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
}): PollingSchemes {
  const { database, ledger, now } = parts
  const store = createPollingSchemeStore(database.tables())
  return {
    store,

    async add({ electionId, status, reason, stations, report = null }, by) {
      if (stations.length === 0) return refuse(kinds['no-stations'])
      const twice = findTwice(stations)
      if (twice !== undefined) return refuse(kinds['station-twice'], { detail: { station: twice } })
      const before = await store.findCurrent(electionId)
      if (before !== undefined && reason.trim() === '') return refuse(kinds['reason-missing'], { field: '/reason' })
      if (before?.status === 'final' && status === 'draft')
        return refuse(kinds['draft-after-final'], { field: '/status' })
      const madeAt = now()
      const version: SchemeVersion = {
        electionId,
        version: (before?.version ?? 0) + 1,
        status,
        reason,
        madeAt,
        stations: stations.length,
        voters: stations.reduce((sum, station) => sum + totalOf(station.voters), 0),
      }
      const reasonSalt = randomBytes(16)
      const added = schemeRecord({ version, reasonSalt, report, ...digestStations(stations) })
      const at = madeAt.toISOString()
      const act: PollingSchemeActName = 'scheme-version-added'
      await bulkLoad(database, async (load) => {
        await addVersion(load, version, stations, { report, reasonSalt })
        await ledger.append(load.tx, [
          {
            system: 'polling-scheme',
            act,
            subject: electionId,
            ...by,
            madeAt: at,
            arrivedAt: at,
            section: 's.59',
            ...(reason.trim() === '' ? {} : { reasonHash: hashReason(reason, reasonSalt) }),
            changes: [{ record: added.record, before: null, after: added.hash }],
            detail: { version: version.version, status, stations: version.stations, voters: version.voters },
          },
        ])
      })
      return accept(version)
    },

    async editionFiles(electionId) {
      const versions = await store.listVersions(electionId)
      const current = versions.at(-1)
      if (current === undefined) return refuse(kinds['no-scheme'])
      return accept(schemeFiles(versions, await store.stations(electionId, current.version)))
    },
  }
}
