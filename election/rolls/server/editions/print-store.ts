import { sql, type Kysely } from 'kysely'
import { keptOrder, type KeptOrder } from './print-order.ts'

/** Something that is being printed, or was. */
export interface Print {
  readonly id: string
  readonly what: KeptOrder
  readonly accountId: string
  readonly askedAt: Date
  /** Electoral areas. */
  readonly done: number
  readonly total: number
  readonly state: 'waiting' | 'ready' | 'failed'
  /** Code of the refusal for which it failed. */
  readonly problem: string | null
  readonly file: {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly bytes: number
  } | null
  /** Number in the log of copies. */
  readonly copy: number | null
}

interface PrintRow {
  print_id: string
  what: unknown
  account_id: string
  asked_at: Date
  done: number
  total: number
  state: Print['state']
  problem: string | null
  file_name: string | null
  media_type: string | null
  sha256: string | null
  bytes: number | null
  copy_id: number | null
}

function printOf(row: PrintRow): Print {
  const { file_name: name, media_type: mediaType, sha256, bytes } = row
  return {
    id: row.print_id,
    what: keptOrder.parse(row.what),
    accountId: row.account_id,
    askedAt: row.asked_at,
    done: row.done,
    total: row.total,
    state: row.state,
    problem: row.problem,
    file:
      name === null || mediaType === null || sha256 === null || bytes === null
        ? null
        : { name, mediaType, sha256, bytes },
    copy: row.copy_id,
  }
}

/** The newest prints of a person, the last one first. */
export async function listPrints(db: Kysely<unknown>, accountId: string): Promise<readonly Print[]> {
  const { rows } = await sql<PrintRow>`select * from rolls.print where account_id = ${accountId}
    order by asked_at desc limit 50`.execute(db)
  return rows.map(printOf)
}

export async function findPrint(db: Kysely<unknown>, id: string): Promise<Print | undefined> {
  const { rows } = await sql<PrintRow>`select * from rolls.print where print_id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : printOf(rows[0])
}

/** Keeps an order; a copy for a recipient gets its number now, so that it stands on every page. */
export async function addPrint(
  tx: Kysely<unknown>,
  { id, what, accountId, askedAt }: Pick<Print, 'id' | 'what' | 'accountId' | 'askedAt'>,
): Promise<void> {
  const number =
    what.order.kind === 'copy' ? sql`nextval(pg_get_serial_sequence('rolls.copy', 'copy_id'))` : sql`null::bigint`
  await sql`insert into rolls.print (print_id, what, account_id, asked_at, copy_id)
    values (${id}, ${JSON.stringify(what)}::jsonb, ${accountId}, ${askedAt}, ${number})`.execute(tx)
}

export async function noteProgress(db: Kysely<unknown>, id: string, done: number, total: number): Promise<void> {
  await sql`update rolls.print set done = ${done}, total = ${total} where print_id = ${id}`.execute(db)
}

export async function notePrinted(tx: Kysely<unknown>, id: string, file: NonNullable<Print['file']>): Promise<void> {
  await sql`update rolls.print set state = 'ready', done = total, file_name = ${file.name}, media_type = ${file.mediaType},
    sha256 = ${file.sha256}, bytes = ${file.bytes} where print_id = ${id}`.execute(tx)
}

export async function noteFailed(db: Kysely<unknown>, id: string, problem: string): Promise<void> {
  await sql`update rolls.print set state = 'failed', problem = ${problem} where print_id = ${id}`.execute(db)
}
