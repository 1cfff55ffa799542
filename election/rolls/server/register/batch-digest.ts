/**
 * The fingerprint of the actions of a batch, as an aggregate in SQL: SHA-256 over the SHA-256 of each action's row in the
 * order of their numbers. PostgreSQL makes it where the rows are; a million of them need not travel.
 */
export const batchDigest = `encode(sha256(string_agg(sha256(convert_to(row(cnic, from_block, to_block,
  extract(epoch from acted_at), kind, authority, cause, form, section, before, after)::text, 'utf8')), ''::bytea
  order by action_id)), 'hex')`
