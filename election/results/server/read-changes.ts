import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import type { DecisionRow, DocumentRow, EvidenceRow, PostalDbRow, RecountRow, SetAsideRow } from './stored-acts.ts'
import { formColumns, type FormRow } from './stored-forms.ts'

/** One thing that happened in a seat, with its place in the ledger. */
export type Change = { readonly contestId: string; readonly leaf: number } & (
  | { readonly kind: 'form'; readonly row: FormRow }
  | { readonly kind: 'set-aside'; readonly row: SetAsideRow }
  | { readonly kind: 'postal'; readonly row: PostalDbRow }
  | { readonly kind: 'document'; readonly row: DocumentRow }
  | { readonly kind: 'evidence'; readonly row: EvidenceRow }
  | { readonly kind: 'decision'; readonly row: DecisionRow }
  | { readonly kind: 'recount'; readonly row: RecountRow }
)

/** Where the rows of each kind lie. */
const places = {
  'set-aside': { table: 'results.set_aside', id: 'set_aside_id' },
  postal: { table: 'results.postal_row', id: 'postal_row_id' },
  document: { table: 'results.document', id: 'document_id' },
  evidence: { table: 'results.evidence', id: 'evidence_id' },
  decision: { table: 'results.decision', id: 'decision_id' },
  recount: { table: 'results.recount_order', id: 'recount_order_id' },
} as const

/** What the ledger holds of an election's results at the leaves `from` … `to` − 1, in their order. */
export async function readChanges(
  database: Database,
  ledger: Pick<Ledger, 'sequenced'>,
  electionId: string,
  [from, to]: readonly [from: number, to: number],
): Promise<Change[]> {
  const leaves = new Map((await ledger.sequenced(from, to)).map(({ leaf, entryId }) => [entryId, leaf]))
  if (leaves.size === 0) return []
  const entries = [...leaves.keys()]
  const at = (entryId: number): number => leaves.get(entryId) ?? -1
  const changes: Change[] = []
  const forms = await database.pool.query<FormRow>({
    name: 'results-read-changed-forms',
    text: `select ${formColumns} from results.recorded r join results.form f on f.form_id = r.ref_id
      where r.entry_id = any($1) and r.election_id = $2 and r.kind = 'form'`,
    values: [entries, electionId],
  })
  for (const row of forms.rows) changes.push({ kind: 'form', contestId: row.contest_id, leaf: at(row.entry_id), row })
  const others = await database.pool.query<{ kind: keyof typeof places; ref_id: number; entry_id: number }>({
    name: 'results-read-changed-acts',
    text: `select kind, ref_id, entry_id from results.recorded
      where entry_id = any($1) and election_id = $2 and kind <> 'form'`,
    values: [entries, electionId],
  })
  for (const kind of Object.keys(places) as (keyof typeof places)[]) {
    const refs = others.rows.filter((row) => row.kind === kind)
    if (refs.length > 0) changes.push(...(await readActs(database, kind, refs, at)))
  }
  return changes.sort((a, b) => a.leaf - b.leaf)
}

async function readActs(
  database: Database,
  kind: keyof typeof places,
  refs: readonly { readonly ref_id: number; readonly entry_id: number }[],
  at: (entryId: number) => number,
): Promise<Change[]> {
  const { table, id } = places[kind]
  const entryOf = new Map(refs.map((ref) => [ref.ref_id, ref.entry_id]))
  const { rows } = await database.pool.query<Record<string, unknown> & { contest_id: string }>(
    `select *, ${id} as ref_id from ${table} where ${id} = any($1)`,
    [[...entryOf.keys()]],
  )
  return rows.map((found) => {
    const entryId = entryOf.get(found['ref_id'] as number) ?? 0
    // The row's shape follows from the table it was read from.
    const row = { ...found, entry_id: entryId }
    return { kind, contestId: found.contest_id, leaf: at(entryId), row } as unknown as Change
  })
}

/** Refusals of an election by code, as logged. */
export async function readRefusals(database: Database, electionId: string): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ code: string; count: number }>(
    'select code, count(*) as count from results.refusal where election_id = $1 group by code',
    [electionId],
  )
  return new Map(rows.map((row) => [row.code, row.count]))
}
