import type { Database } from '@intikhab/kernel/database'

/** Which station each photograph of an election came from first, by the photograph's SHA-256. */
export async function readImages(database: Database, electionId: string): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ image_sha256: string; station: string }>(
    `select image_sha256, contest_id || '/' || station_number as station from results.form
     where election_id = $1 and version = 1 and image_sha256 is not null order by form_id desc`,
    [electionId],
  )
  return new Map(rows.map((row) => [row.image_sha256, row.station]))
}
