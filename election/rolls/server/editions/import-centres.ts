import type { LedgerActor } from '@intikhab/kernel/ledger'
import { refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import { readTable, type ImportReport, type ProblemReport, type TableSource } from '@intikhab/kernel/tables'
import { checkCentres } from '../../core/editions/check-centres.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { createRollsStore } from '../register/store.ts'
import { centreTable } from './centre-table.ts'
import { listCentres } from './display-centres.ts'
import { lockCentres, writeCentres, type CentreParts } from './write-centres.ts'

/** The report of a table that was taken in, or why nothing of it was, with the problems where it is the file's fault. */
export type CentresImported =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: ProblemReport | null }

/**
 * Takes in a table of display centres, all of it or nothing: of one district, or of the country where `district` is null. A
 * centre that is there already becomes what its line says; sent again, a table changes nothing. Refuses `centres-refused`,
 * `unknown-roll`.
 */
export async function importCentres(
  parts: CentreParts,
  source: TableSource,
  { rollId, district }: { readonly rollId: RollId; readonly district: string | null },
  actor: LedgerActor,
): Promise<CentresImported> {
  const reading = await readTable(source, centreTable)
  if (!reading.ok) return refuseFile(reading.refused)
  const { rows, ...facts } = reading.table
  return parts.database.transaction(async (tx): Promise<CentresImported> => {
    await lockCentres(tx, rollId)
    const store = createRollsStore(tx)
    if (!(await store.listRolls()).some(({ id }) => id === rollId))
      return refused(refuse(rollsRefusals['unknown-roll'], { field: '/roll' }), null)
    const checked = checkCentres(source.name, rows, {
      district,
      districts: new Set((await store.districts()).map(({ code }) => code)),
      areas: new Map((await store.areas()).map((area) => [area.block, area.district])),
      centres: await listCentres(tx, rollId),
    })
    if (!checked.ok) return refuseFile(checked.refused)
    const { toPut, totals, findings } = checked.value
    await writeCentres(tx, parts, rollId, toPut, actor)
    return { ok: true, report: { files: [{ ...facts, rows: rows.length }], totals, findings } }
  })
}

function refuseFile(problems: ProblemReport): CentresImported {
  const detail = { problems: problems.count, line: problems.problems[0]?.line ?? 0 }
  return refused(refuse(rollsRefusals['centres-refused'], { detail }), problems)
}

function refused(outcome: Outcome<never>, problems: ProblemReport | null): CentresImported {
  if (outcome.ok) return outcome.value
  return { ...outcome, problems }
}
