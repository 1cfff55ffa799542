import { sql, type Kysely } from 'kysely'
import type { Decision, Party, Proposal, ProposalResult, ProposalState } from './proposal.ts'
import type { ApprovalPreview, Place } from './weighty-act.ts'

/** All that this room says to PostgreSQL. */

interface ProposalRow {
  id: string
  kind: string
  act: string
  place: Place
  payload: unknown
  preview: ApprovalPreview
  reason: string
  proposed_by: Party
  session: string
  proposed_at: Date
  lapses_at: Date
  state: ProposalState
  decided_by: Party | null
  decided_at: Date | null
  decision_reason: string
  approved_preview: ApprovalPreview | null
  result: ProposalResult | null
  salt: Buffer
}

/** A step of a proposal, with its entry in the ledger. */
export interface Step {
  readonly state: ProposalState
  readonly at: Date
  readonly by: Party | null
  readonly reason: string
  readonly entryId: number
}

function proposalOf(row: ProposalRow): Proposal {
  const decision: Decision | null =
    row.decided_at === null
      ? null
      : { by: row.decided_by, at: row.decided_at, reason: row.decision_reason, approved: row.approved_preview }
  return {
    id: row.id,
    kind: row.kind,
    act: row.act,
    place: row.place,
    payload: row.payload,
    preview: row.preview,
    reason: row.reason,
    proposedBy: row.proposed_by,
    session: row.session,
    proposedAt: row.proposed_at,
    lapsesAt: row.lapses_at,
    state: row.state,
    decision,
    result: row.result,
    salt: row.salt,
  }
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** Proposals as stored. Made on a transaction, it takes part in it. */
export function createProposalStore(db: Kysely<unknown>) {
  async function select(where: ReturnType<typeof sql>): Promise<Proposal[]> {
    const { rows } = await sql<ProposalRow>`select * from approvals.proposal ${where}`.execute(db)
    return rows.map(proposalOf)
  }

  return {
    async add(p: Proposal): Promise<void> {
      await sql`insert into approvals.proposal (id, kind, act, place, payload, preview, reason, proposed_by, proposer_id,
          session, proposed_at, lapses_at, state, salt)
        values (${p.id}, ${p.kind}, ${p.act}, ${json(p.place)}::jsonb, ${json(p.payload)}::jsonb,
          ${json(p.preview)}::jsonb, ${p.reason}, ${json(p.proposedBy)}::jsonb, ${p.proposedBy.actor.id}, ${p.session},
          ${p.proposedAt}, ${p.lapsesAt}, ${p.state}, ${p.salt})`.execute(db)
    },

    /** Moves a proposal on; false where it is no longer in the state `from`: somebody else came first. */
    async move(from: ProposalState, { id, state, decision, result }: Proposal): Promise<boolean> {
      const { rows } = await sql`update approvals.proposal set state = ${state},
          decided_by = ${json(decision?.by ?? null)}::jsonb, decided_at = ${decision?.at ?? null}::timestamptz,
          decision_reason = ${decision?.reason ?? ''}, approved_preview = ${json(decision?.approved ?? null)}::jsonb,
          result = ${json(result)}::jsonb
        where id = ${id} and state = ${from} returning id`.execute(db)
      return rows.length === 1
    },

    async addStep(proposalId: string, { state, at, by, reason, entryId }: Step): Promise<void> {
      await sql`insert into approvals.step (proposal_id, state, at, by, reason, entry_id)
        values (${proposalId}, ${state}, ${at}, ${json(by)}::jsonb, ${reason}, ${entryId})`.execute(db)
    },

    async find(id: string): Promise<Proposal | undefined> {
      return (await select(sql`where id = ${id}`))[0]
    },

    /** Those in one state, the oldest first. */
    listIn(state: 'proposed' | 'approved'): Promise<Proposal[]> {
      return select(sql`where state = ${state} order by proposed_at, id`)
    },

    /** The newest ones, whatever became of them. */
    listNewest(limit: number): Promise<Proposal[]> {
      return select(sql`order by proposed_at desc, id limit ${limit}`)
    },

    /** The proposals that follow `after` in the order of their ids: for walking through all of them. */
    listAfter(after: string, limit: number): Promise<Proposal[]> {
      return select(sql`where id > ${after} order by id limit ${limit}`)
    },

    async listSteps(proposalId: string): Promise<Step[]> {
      const { rows } = await sql<Step>`select state, at, by, reason, entry_id as "entryId"
        from approvals.step where proposal_id = ${proposalId} order by id`.execute(db)
      return rows
    },
  }
}
