import type { Kysely } from 'kysely'
import { bulkLoad, copyRow, type Database } from '@intikhab/kernel/database'
import type { ChangedFile } from '@intikhab/kernel/editions'
import type { Text } from '@intikhab/kernel/language'
import {
  digestRows,
  type ActBy,
  type AuditedRecord,
  type Ledger,
  type LedgerAct,
  type RecordChange,
} from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { ImportReport, TableSource } from '@intikhab/kernel/tables'
import type { DelimitationActName } from '../core/acts.ts'
import { isUseless, pakistan } from '../core/boundary-check.ts'
import { seatLocator, type Boundary, type SeatLocator } from '../core/boundary.ts'
import type { CheckedCensus } from '../core/census-check.ts'
import type { BlockAssignment, Delimitation } from '../core/delimitation.ts'
import { delimitationRefusals } from '../core/refusals.ts'
import { asOutcome, importedAs, refusedFile, refusedImport, refusedWith, type ImportOutcome } from './import-outcome.ts'
import {
  assignmentRow,
  blockRow,
  blocksRecord,
  boundariesRecord,
  boundaryRow,
  censusRecord,
  constituencyRow,
  delimitationRecord,
  placeRow,
  reportRecord,
} from './records.ts'
import { mapFiles } from './map-files.ts'
import { readBoundaries } from './read-boundaries.ts'
import { readCensus, type CensusFiles } from './read-census.ts'
import { readConstituencies } from './read-constituencies.ts'
import { createDelimitationStore, type DelimitationStore, type ImportKind } from './store.ts'

/** Who does it. The time is that of `now`. */
export type ByWhom = ActBy

export interface Delimitations {
  /** Reads only; every change has a function below. */
  readonly store: Pick<
    DelimitationStore,
    | 'hasCensus'
    | 'populationOf'
    | 'placesBelow'
    | 'blocksOf'
    | 'findBlock'
    | 'listDelimitations'
    | 'findDelimitation'
    | 'hasBoundaries'
    | 'boundariesOf'
    | 'assignments'
    | 'blocksOfConstituency'
    | 'constituenciesOfBlock'
    | 'listReports'
    | 'findReport'
  >
  /** Imports a census from its two files, all or nothing. Refuses `file-refused` and `already-imported`. */
  importCensus(files: CensusFiles, as: { id: string; name: Text }, by: ByWhom): Promise<ImportOutcome>
  /** Takes in a census made here: the places and blocks of a generated country. Refuses `already-imported`. */
  addCensus(census: CheckedCensus, as: { id: string; name: Text }, by: ByWhom): Promise<Outcome<void>>
  /** Names a delimitation with its seats. Refuses `already-imported` and `unknown-census`. */
  addDelimitation(delimitation: Delimitation, by: ByWhom): Promise<Outcome<void>>
  /** Imports the seats of a new delimitation. Refuses `file-refused`, `already-imported` and `unknown-census`. */
  importConstituencies(
    source: TableSource,
    as: { id: string; name: Text; censusId: string | null },
    by: ByWhom,
  ): Promise<ImportOutcome>
  /** Imports the polygons of its seats. Refuses `file-refused`, `already-imported`, `unknown-delimitation`. */
  importBoundaries(
    source: TableSource,
    as: { delimitationId: string; attribution: string },
    by: ByWhom,
  ): Promise<ImportOutcome>
  /** Takes in polygons made here. Refuses as `importBoundaries`, and `unknown-constituency`. */
  addBoundaries(
    delimitationId: string,
    boundaries: readonly Boundary[],
    attribution: string,
    by: ByWhom,
  ): Promise<Outcome<void>>
  /** Says which blocks make up which seats. Refuses `unknown-constituency`, `unknown-block`. Throws if a block is given twice. */
  assignBlocks(delimitationId: string, assignments: readonly BlockAssignment[], by: ByWhom): Promise<Outcome<void>>
  /** Which seat a position lies in, by the polygons of which enough is left to tell. */
  locatorOf(delimitationId: string): Promise<SeatLocator>
  /** Files of the map edition (`mapSeries`). Refuses `unknown-delimitation`. */
  mapFiles(delimitationId: string): Promise<Outcome<readonly ChangedFile[]>>
}

/** Series of the map edition of a delimitation. */
export function mapSeries(delimitationId: string): string {
  return `map-${delimitationId}`
}

interface Parts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
}

/** Rows in the order of their key, for their digest. */
function inOrder<T>(rows: readonly T[], key: (row: T) => string | number): T[] {
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

function blocksChange(
  delimitationId: string,
  before: readonly BlockAssignment[],
  after: readonly BlockAssignment[],
): RecordChange {
  const standing = (rows: readonly BlockAssignment[]) =>
    blocksRecord(delimitationId, digestRows(rows.map(assignmentRow)))
  const { record, hash } = standing(after)
  return { record, before: before.length === 0 ? null : standing(before).hash, after: hash }
}

const asAdded = ({ record, hash }: AuditedRecord): RecordChange => ({ record, before: null, after: hash })

export function createDelimitations({ database, ledger, now }: Parts): Delimitations {
  const store = createDelimitationStore(database.tables())

  async function enter(
    tx: Kysely<unknown>,
    act: DelimitationActName,
    subject: string,
    at: Date,
    by: ByWhom,
    told: Pick<LedgerAct, 'detail'> & { readonly changes: readonly RecordChange[] },
  ): Promise<void> {
    const instant = at.toISOString()
    const what = { system: 'delimitation', act, subject, madeAt: instant, arrivedAt: instant }
    await ledger.append(tx, [{ ...what, ...by, ...told }])
  }

  /** Keeps the report of an import and enters both in the ledger. */
  async function imported(
    tx: Kysely<unknown>,
    kind: ImportKind,
    subject: string,
    at: Date,
    by: ByWhom,
    { report, added }: { report: ImportReport; added: AuditedRecord },
  ): Promise<number> {
    const id = await createDelimitationStore(tx).addReport(kind, subject, by.actor.id, at, report)
    const kept = reportRecord({ id, kind, subject, importedAt: at, importedBy: by.actor.id, report })
    await enter(tx, `${kind}-imported`, subject, at, by, {
      changes: [added, kept].map(asAdded),
      detail: {
        files: report.files.map(({ sha256, rows }) => ({ sha256, rows })),
        totals: report.totals,
        findings: Object.fromEntries(report.findings.map(({ code, count }) => [code, count])),
      },
    })
    return id
  }

  async function loadCensus<T>(
    census: CheckedCensus,
    as: { id: string; name: Text },
    at: Date,
    then: (tx: Kysely<unknown>, added: AuditedRecord) => Promise<T>,
  ): Promise<Outcome<T>> {
    const { population = 0, households = 0 } = census.totals
    const added = censusRecord({
      ...as,
      population,
      households,
      importedAt: at,
      places: digestRows(inOrder(census.places, ({ id }) => id).map(placeRow)),
      blocks: digestRows(inOrder(census.blocks, ({ code }) => code).map(blockRow)),
    })
    return bulkLoad(database, async ({ tx, copy }) => {
      const isNew = await createDelimitationStore(tx).addCensus({ ...as, population, households }, at)
      if (!isNew) throw refusedWith(delimitationRefusals['already-imported'], '/censusId')
      await copy(
        'delimitation.place',
        ['census_id', 'id', 'parent', 'level', 'province', 'name_en', 'population', 'households', 'source_line'],
        mapped(census.places, (place) => [
          as.id,
          place.id,
          place.parent,
          place.level,
          place.province,
          place.name,
          place.population,
          place.households,
          place.line,
        ]),
      )
      await copy(
        'delimitation.block',
        ['census_id', 'code', 'place_id', 'population', 'households'],
        mapped(census.blocks, (block) => [as.id, block.code, block.place, block.population, block.households]),
      )
      return accept(await then(tx, added))
    }).catch(asOutcome)
  }

  async function nameDelimitation<T>(
    delimitation: Delimitation,
    at: Date,
    then: (tx: Kysely<unknown>, added: AuditedRecord) => Promise<T>,
  ): Promise<Outcome<T>> {
    const { censusId, constituencies: seats } = delimitation
    const constituencies = digestRows(inOrder(seats, ({ code }) => code).map(constituencyRow))
    const added = delimitationRecord({ ...delimitation, madeAt: at, constituencies })
    return database
      .transaction(async (tx) => {
        const inside = createDelimitationStore(tx)
        if (censusId !== null && !(await inside.hasCensus(censusId)))
          throw refusedWith(delimitationRefusals['unknown-census'], '/censusId')
        if (!(await inside.addDelimitation(delimitation, at)))
          throw refusedWith(delimitationRefusals['already-imported'], '/id')
        return accept(await then(tx, added))
      })
      .catch(asOutcome)
  }

  async function loadBoundaries<T>(
    delimitationId: string,
    boundaries: readonly Boundary[],
    attribution: string,
    then: (tx: Kysely<unknown>, added: AuditedRecord) => Promise<T>,
  ): Promise<Outcome<T>> {
    return database
      .transaction(async (tx) => {
        const inside = createDelimitationStore(tx)
        const delimitation = await inside.findDelimitation(delimitationId)
        if (delimitation === undefined)
          throw refusedWith(delimitationRefusals['unknown-delimitation'], '/delimitationId')
        if (await inside.hasBoundaries(delimitationId))
          throw refusedWith(delimitationRefusals['already-imported'], '/delimitationId')
        const known = new Set(delimitation.constituencies.map(({ code }) => code))
        const stranger = boundaries.find(({ code }) => !known.has(code))
        if (stranger !== undefined)
          throw refusedWith(delimitationRefusals['unknown-constituency'], 'na', { constituency: stranger.code })
        await inside.addBoundaries(delimitationId, boundaries, attribution)
        const rows = inOrder(boundaries, ({ code }) => code).map((each) => boundaryRow(each, attribution))
        return accept(await then(tx, boundariesRecord(delimitationId, digestRows(rows))))
      })
      .catch(asOutcome)
  }

  return {
    store,

    async importCensus(files, as, by) {
      if (await store.hasCensus(as.id)) return refusedImport(delimitationRefusals['already-imported'], '/censusId')
      const reading = await readCensus(files)
      if (!reading.ok) return refusedFile(reading.refused)
      const { census, report } = reading
      const at = now()
      const loaded = await loadCensus(census, as, at, (tx, added) =>
        imported(tx, 'census', as.id, at, by, { report, added }),
      )
      return importedAs(loaded, report)
    },

    addCensus(census, as, by) {
      const at = now()
      return loadCensus(census, as, at, (tx, added) =>
        enter(tx, 'census-added', as.id, at, by, { changes: [asAdded(added)], detail: { totals: census.totals } }),
      )
    },

    addDelimitation(delimitation, by) {
      const at = now()
      const detail = { constituencies: delimitation.constituencies.length }
      return nameDelimitation(delimitation, at, (tx, added) =>
        enter(tx, 'delimitation-named', delimitation.id, at, by, {
          changes: [asAdded(added)],
          detail,
        }),
      )
    },

    async importConstituencies(source, as, by) {
      const reading = await readConstituencies(source)
      if (!reading.ok) return refusedFile(reading.refused)
      const { constituencies, report } = reading
      const at = now()
      const named = await nameDelimitation({ ...as, constituencies }, at, (tx, added) =>
        imported(tx, 'constituencies', as.id, at, by, { report, added }),
      )
      return importedAs(named, report)
    },

    async importBoundaries(source, { delimitationId, attribution }, by) {
      const delimitation = await store.findDelimitation(delimitationId)
      if (delimitation === undefined)
        return refusedImport(delimitationRefusals['unknown-delimitation'], '/delimitationId')
      const expected = delimitation.constituencies.map(({ code }) => code).filter((code) => code.startsWith('NA-'))
      const people = delimitation.censusId === null ? undefined : await store.populationOf(delimitation.censusId)
      const reading = await readBoundaries(source, {
        country: pakistan,
        expected,
        peoplePerSeat: people === undefined ? usualPeoplePerSeat : Math.round(people / Math.max(1, expected.length)),
      })
      if (!reading.ok) return refusedFile(reading.refused)
      const { boundaries, report } = reading
      const loaded = await loadBoundaries(delimitationId, boundaries, attribution, (tx, added) =>
        imported(tx, 'boundaries', delimitationId, now(), by, { report, added }),
      )
      return importedAs(loaded, report)
    },

    addBoundaries: (delimitationId, boundaries, attribution, by) =>
      loadBoundaries(delimitationId, boundaries, attribution, (tx, added) =>
        enter(tx, 'boundaries-added', delimitationId, now(), by, {
          changes: [asAdded(added)],
          detail: { seats: boundaries.length },
        }),
      ),

    async assignBlocks(delimitationId, assignments, by) {
      return database
        .transaction(async (tx) => {
          const inside = createDelimitationStore(tx)
          const delimitation = await inside.findDelimitation(delimitationId)
          if (delimitation === undefined)
            throw refusedWith(delimitationRefusals['unknown-delimitation'], '/delimitationId')
          const known = new Set(delimitation.constituencies.map(({ code }) => code))
          const stranger = assignments.find(({ constituency }) => !known.has(constituency))
          if (stranger !== undefined)
            throw refusedWith(delimitationRefusals['unknown-constituency'], '/constituency', {
              constituency: stranger.constituency,
            })
          const unknown =
            delimitation.censusId === null
              ? []
              : await inside.unknownBlocks(
                  delimitation.censusId,
                  assignments.map(({ block }) => block),
                )
          if (unknown[0] !== undefined)
            throw refusedWith(delimitationRefusals['unknown-block'], '/block', {
              block: unknown[0],
              blocks: unknown.length,
            })
          const before = await inside.assignments(delimitationId)
          await inside.assignBlocks(delimitationId, assignments)
          const after = await inside.assignments(delimitationId)
          await enter(tx, 'blocks-assigned', delimitationId, now(), by, {
            changes: [blocksChange(delimitationId, before, after)],
            detail: { blocks: assignments.length },
          })
          return accept(undefined)
        })
        .catch(asOutcome)
    },

    async locatorOf(delimitationId) {
      const boundaries = await store.boundariesOf(delimitationId)
      return seatLocator(boundaries.filter(({ doubts }) => !doubts.some(isUseless)))
    },

    async mapFiles(delimitationId) {
      const delimitation = await store.findDelimitation(delimitationId)
      if (delimitation === undefined)
        return refuse(delimitationRefusals['unknown-delimitation'], { field: '/delimitationId' })
      return accept(mapFiles(delimitation, await store.boundariesOf(delimitationId)))
    },
  }
}

/** Census of 2017 over the 272 seats of 2018, where a delimitation does not say by which census it was drawn. */
const usualPeoplePerSeat = 763_886

function* mapped<T>(
  rows: readonly T[],
  fields: (row: T) => readonly (string | number | boolean | null)[],
): Generator<string> {
  for (const row of rows) yield copyRow(fields(row))
}
