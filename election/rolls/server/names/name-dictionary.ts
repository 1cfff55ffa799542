import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { nameSkeleton } from '../../core/names/name-skeleton.ts'

/** Keys looked at in one statement. */
const keysAtOnce = 10_000

interface Example {
  readonly name_key: number
  readonly name_ur: string
  readonly name_en: string
}

/**
 * Enters names into the dictionary that voters bear and it does not know; gives how many. Goes from key to key through the
 * index of names, so it takes as long as there are different names, however many voters. Names nobody bears any more stay:
 * they harm nothing. Bears being run twice and beside itself.
 */
export async function fillNameDictionary(database: Database): Promise<number> {
  const db = database.tables<unknown>()
  let added = 0
  let after = -(2 ** 31) - 1
  for (;;) {
    const { rows } = await sql<Example & { known: boolean }>`
      with recursive step (name_key, n) as (
        (select name_key::bigint, 1 from rolls.voter where name_key > ${after}::bigint order by name_key limit 1)
        union all
        select (select v.name_key from rolls.voter v where v.name_key > step.name_key order by v.name_key limit 1), n + 1
        from step where step.name_key is not null and n < ${keysAtOnce})
      select step.name_key::integer, v.name_ur, v.name_en, d.name_key is not null as known
      from step join lateral (select name_ur, name_en from rolls.voter where name_key = step.name_key limit 1) v on true
        left join rolls.name d using (name_key)
      where step.name_key is not null order by 1`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return added
    after = last.name_key
    added += await addNames(
      database,
      rows.filter(({ known }) => !known),
    )
  }
}

async function addNames(database: Database, names: readonly Example[]): Promise<number> {
  if (names.length === 0) return 0
  const { rows } = await sql<{ name_key: number }>`
    insert into rolls.name (name_key, skeleton, example_ur, example_en)
    select * from unnest(${names.map((name) => name.name_key)}::int[], ${names.map((name) => nameSkeleton(name.name_ur))}::text[],
      ${names.map((name) => name.name_ur)}::text[], ${names.map((name) => name.name_en)}::text[])
    on conflict do nothing returning name_key`.execute(database.tables<unknown>())
  return rows.length
}
