import {
  editionNote,
  fileProof,
  type EditionNote,
  type EditionReaderLike,
  type FileProof,
  type OpenEditionLike,
  type PageContext,
} from '@intikhab/kernel/screens'
import type { Text } from '@intikhab/kernel/language'
import type { Line, PublishedTable, TableLevel } from '../../core/statistics/published-table.ts'
import { findStatistics, type RollStatistics } from '../../core/statistics/statistics.ts'

/** The newest statistics of the site's roll, opened. */
export interface OpenStatistics {
  readonly edition: OpenEditionLike
  readonly note: EditionNote
  readonly statistics: RollStatistics
  /** Name of a district or seat by its code; a code that is not listed is its own name. */
  readonly nameOf: (code: string) => Text
}

export async function openStatistics(
  editions: EditionReaderLike,
  { site }: PageContext,
): Promise<OpenStatistics | undefined> {
  const edition = site.rollId === null ? undefined : await editions.latest(`rolls-${site.rollId}`)
  const statistics = await findStatistics(edition)
  if (edition === undefined || statistics === undefined) return undefined
  const names = new Map(
    [...statistics.districts, ...statistics.seats].map(({ code, nameEn, nameUr }) => [
      code,
      { en: nameEn, ur: nameUr },
    ]),
  )
  return {
    edition,
    note: editionNote(edition),
    statistics,
    nameOf: (code) => names.get(code) ?? { en: code, ur: code },
  }
}

/** The line of a table in which a place is counted, by itself or together with others. */
export function lineOf(table: PublishedTable | null, level: TableLevel, code: string): Line | undefined {
  return table?.[level].find(({ areas }) => areas.includes(code))
}

/** Address of a file of the edition. */
export function fileAddress({ note }: OpenStatistics, path: string): string {
  return `/editions/${note.series}/${note.number}/${path}`
}

export function proofOf({ edition }: OpenStatistics, path: string): FileProof | undefined {
  return fileProof(edition, path)
}

/** Paths of the pages, below the language. */
export const rollPaths = {
  overview: '/rolls',
  districts: '/rolls/districts',
  seats: '/rolls/seats',
  district: (code: string) => `/rolls/districts/${code}`,
  seat: (code: string) => `/rolls/seats/${code}`,
} as const
