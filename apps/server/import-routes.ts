import { delimitationRoutes, findConstituencyCode } from '@intikhab/delimitation'
import type { Route } from '@intikhab/kernel/http'
import { getRulePack } from '@intikhab/law'
import { nominationsRoutes } from '@intikhab/nominations'
import { pollingSchemeRoutes, type StationNorms } from '@intikhab/polling-scheme'
import { parseElectionId, type Election } from '@intikhab/programme'
import {
  createSearchLog,
  freezeAct,
  listRoutes,
  rollsRoutes,
  searchLogRoutes,
  searchRoutes,
  voterHandles,
  voterRoutes,
} from '@intikhab/rolls'
import type { House } from './house.ts'
import { whoIs } from './who-is.ts'

/** The addresses at which staff hand files in, each system's own, with what a file is checked against. */
export function importRoutes(house: House): Route[] {
  const { delimitations, schemes, rolls, approvals, programme, database, ledger, identity, now } = house
  const handles = voterHandles(house.packSecret)
  const searches = createSearchLog({ database, now })
  approvals.define(
    freezeAct({
      database,
      ledger,
      now,
      async blocksOf(delimitationId, constituency) {
        const code = findConstituencyCode(constituency)
        return code === undefined ? [] : delimitations.store.blocksOfConstituency(delimitationId, code)
      },
    }),
  )

  async function findElection(id: string): Promise<Election | undefined> {
    const parsed = parseElectionId(id)
    return parsed.ok ? programme.store.findElection(parsed.value) : undefined
  }

  /** The norms of s.59 by the rule pack of an election; undefined for an election that is not there. */
  async function normsOf(id: string): Promise<StationNorms | undefined> {
    const election = await findElection(id)
    if (election === undefined) return undefined
    const { votersPerStation, votersPerBooth } = getRulePack(election.packId).values.polling
    return { votersPerStation: votersPerStation.value, votersPerBooth: votersPerBooth.value }
  }

  return [
    ...delimitationRoutes(delimitations),
    ...pollingSchemeRoutes({ schemes, delimitations, normsOf }),
    ...nominationsRoutes({
      database,
      ledger,
      now,
      hasElection: async (id) => (await findElection(id)) !== undefined,
    }),
    ...rollsRoutes(rolls, approvals),
    ...voterRoutes({ database, rolls, handles, searches, whoIs: whoIs(house) }),
    ...searchRoutes({ database, rolls, handles, searches }),
    ...listRoutes({ database, rolls, searches, now }),
    ...searchLogRoutes({
      searches,
      handles,
      now,
      async findName(reader, accountId) {
        const found = await identity.people.find(reader, accountId)
        return found.ok ? found.value.account.name : undefined
      },
    }),
  ]
}
