import { sql } from 'kysely'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import type { ResultsActName } from '../core/acts.ts'
import type { EvidenceType } from '@intikhab/kernel/files/evidence-type'
import type { EvidenceReceipt } from '../core/evidence.ts'
import { sections } from '../core/sections.ts'
import { evidenceRecord } from './records.ts'

/** The station whose form promises a photograph. */
interface Promising {
  readonly contestId: string
  readonly stationNumber: number
}

/** The station whose accepted form names the photograph; undefined where none does. */
export async function findPromising(
  database: Pick<Database, 'pool'>,
  electionId: string,
  sha256: string,
): Promise<Promising | undefined> {
  const { rows } = await database.pool.query<{ contest_id: string; station_number: number }>({
    name: 'results-find-promising-form',
    text: `select contest_id, station_number from results.form
      where election_id = $1 and image_sha256 = $2 order by form_id limit 1`,
    values: [electionId, sha256],
  })
  const [row] = rows
  return row === undefined ? undefined : { contestId: row.contest_id, stationNumber: row.station_number }
}

interface Arrived {
  readonly electionId: string
  readonly sha256: string
  readonly size: number
  readonly mediaType: EvidenceType
  /** ISO 8601 in UTC. */
  readonly arrivedAt: string
}

/**
 * Enters a photograph in the register and in the ledger, in one transaction. One that is registered already leaves
 * both as they are and gets the receipt of then, also where two arrive at the same moment.
 */
export async function registerEvidence(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'append'> },
  arrived: Arrived,
  { contestId, stationNumber }: Promising,
): Promise<EvidenceReceipt> {
  const { electionId, sha256, size, mediaType, arrivedAt } = arrived
  return database.transaction(async (tx) => {
    const added = await sql<{ evidence_id: number }>`
      insert into results.evidence (election_id, sha256, contest_id, station_number, size, media_type, arrived_at)
      values (${electionId}, ${sha256}, ${contestId}, ${stationNumber}, ${size}, ${mediaType}, ${arrivedAt})
      on conflict do nothing returning evidence_id`.execute(tx)
    const evidenceId = added.rows[0]?.evidence_id
    if (evidenceId === undefined) {
      const { rows } = await sql<{ arrived_at: Date; entry_id: number }>`
        select e.arrived_at, r.entry_id from results.evidence e
        join results.recorded r on r.kind = 'evidence' and r.ref_id = e.evidence_id
        where e.election_id = ${electionId} and e.sha256 = ${sha256}`.execute(tx)
      const [before] = rows
      if (before === undefined) throw new Error(`the evidence ${sha256} has no ledger entry`)
      const { arrived_at: first, entry_id: entryId } = before
      return { sha256, size, mediaType, status: 'duplicate', arrivedAt: first.toISOString(), entryId }
    }
    const { record, hash } = evidenceRecord({
      election_id: electionId,
      contest_id: contestId,
      station_number: stationNumber,
      sha256,
      size,
      media_type: mediaType,
      arrived_at: arrivedAt,
    })
    // Anybody may bring a photograph: what makes it the station's is the hash in the form that the station signed.
    const [entryId = 0] = await ledger.append(tx, [
      {
        system: 'results',
        act: 'evidence-received' satisfies ResultsActName,
        subject: `${electionId}/${contestId}/${stationNumber}`,
        actor: { kind: 'system', id: 'results' },
        madeAt: arrivedAt,
        arrivedAt,
        section: sections.snapshot,
        changes: [{ record, before: null, after: hash }],
        detail: { sha256, size, mediaType },
      },
    ])
    await sql`insert into results.recorded (entry_id, election_id, contest_id, kind, ref_id)
      values (${entryId}, ${electionId}, ${contestId}, 'evidence', ${evidenceId})`.execute(tx)
    return { sha256, size, mediaType, status: 'accepted', arrivedAt, entryId }
  })
}
