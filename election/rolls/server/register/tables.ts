import type { ColumnType } from 'kysely'
import type { VoterRow } from './voter-row.ts'

/** The tables of the schema, as Kysely sees them. */
export interface RollsTables {
  'rolls.district': { code: string; name_en: string; name_ur: string; province: string; office_phone: string }
  'rolls.electoral_area': { block: number; name_en: string; name_ur: string; district: string }
  'rolls.voter': VoterRow & { import_id: ColumnType<number | null, undefined> }
  'rolls.roll': {
    id: string
    name_en: string
    name_ur: string
    rule_pack: string
    qualifying_date: string
    term_ends_on: string | null
    results_announced_at: ColumnType<Date | null, Date | null, Date | null>
  }
}
