import type { ContestList } from './store.ts'

/** A file of an edition before it is published. */
export interface EditionFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** The seats, candidates, parties and symbols as files of the series `election-<electionId>`. */
export function nominationFiles({ contests, parties, symbols }: ContestList): EditionFile[] {
  const seats = contests.map(({ id, name, province, registered, status, candidates }) => ({
    id,
    name,
    province,
    registered,
    status,
    candidates: candidates.length,
  }))
  return [
    json('contests.json', seats),
    json('parties.json', parties),
    json('symbols.json', symbols),
    ...contests.map((contest) => json(`candidates/${contest.id}.json`, contest)),
  ]
}

function json(path: string, value: unknown): EditionFile {
  return { path, mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(value)}\n`) }
}
