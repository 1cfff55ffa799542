import { type Refusal, refuse } from '@intikhab/kernel/refusal'
import { choice, day, readTable, shape, text, wholeNumber, type TableSource } from '@intikhab/kernel/tables'
import type { BlockCode } from '@intikhab/delimitation'
import { parseCnic, type Cnic } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { FeedEntry, VoterFeed, VoterImport } from './import-voters.ts'

/** The columns of a civil-registry feed (s.25), in this order. CNICs with or without dashes. */
export const feedColumns = {
  cnic: shape(/^([1-9]\d{12}|[1-9]\d{4}-\d{7}-\d)$/, '12345-1234567-1'),
  nameUr: text({ limit: 100 }),
  nameEn: text({ limit: 100, mayBeEmpty: true }),
  relation: choice(['son', 'daughter', 'wife']),
  relationNameUr: text({ limit: 100 }),
  gender: choice(['male', 'female', 'other']),
  dateOfBirth: day(),
  addressUr: text({ limit: 300 }),
  block: shape(/^\d{9}$/, '901010101'),
  household: wholeNumber({ least: 1, most: 0xfffffe }),
  serial: wholeNumber({ least: 1, most: 0xfffffe }),
  status: choice(['active', 'blocked', 'deceased', 'overseas']),
}

/**
 * Reads a feed of the civil registry out of a CSV file. The whole file is read and checked before any of it is taken
 * in; a fault anywhere refuses it with a report.
 */
export async function readVoterFeed(
  source: TableSource,
): Promise<{ ok: true; feed: VoterFeed } | Extract<VoterImport, { ok: false }>> {
  const reading = await readTable(source, { columns: feedColumns })
  if (!reading.ok) {
    const first = reading.refused.problems[0]
    const { refusal } = refuse(rollsRefusals['invalid-feed'], {
      detail: { problems: reading.refused.count, line: first?.line ?? 0 },
    }) as { refusal: Refusal }
    return { ok: false, refusal, report: reading.refused }
  }
  const { rows } = reading.table
  function* voters(): Generator<FeedEntry> {
    for (const { line, block: code, household, serial, addressUr, cnic, ...person } of rows) {
      const block = code as BlockCode
      yield {
        line,
        ...person,
        cnic: parseCnic(cnic) as Cnic,
        card: 'cnic',
        disabled: false,
        list: 'general',
        addresses: { permanent: { textUr: addressUr, block }, temporary: null, posting: null },
        photo: null,
        chosen: 'permanent',
        entry: { block, household, serial },
      }
    }
  }
  return { ok: true, feed: { name: source.name, voters } }
}
