import type { Kysely } from 'kysely'
import { bulkLoad, copyRow, type Database } from '@intikhab/kernel/database'
import type { ChangedFile } from '@intikhab/kernel/editions'
import type { Text } from '@intikhab/kernel/language'
import type { Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome, type Refusal, type RefusalKind } from '@intikhab/kernel/refusal'
import type { ImportReport, ProblemReport, TableSource } from '@intikhab/kernel/tables'
import { isUseless, pakistan } from '../core/boundary-check.ts'
import { seatLocator, type Boundary, type SeatLocator } from '../core/boundary.ts'
import type { CheckedCensus } from '../core/census-check.ts'
import type { BlockAssignment, Delimitation } from '../core/delimitation.ts'
import { delimitationRefusals } from '../core/refusals.ts'
import { mapFiles } from './map-files.ts'
import { readBoundaries } from './read-boundaries.ts'
import { readCensus, type CensusFiles } from './read-census.ts'
import { readConstituencies } from './read-constituencies.ts'
import { createDelimitationStore, type DelimitationStore, type ImportKind } from './store.ts'

/** Who does it. The time is that of `now`. */
export interface ByWhom {
  readonly actor: LedgerAct['actor']
}

/** An import that was taken in, or the reason why nothing was, with the problems of the file where it is the file. */
export type ImportOutcome =
  | { readonly ok: true; readonly reportId: number; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: ProblemReport | null }

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

/** Undoes a transaction in which something turned out to be refused. */
class Refused extends Error {
  readonly outcome: { readonly ok: false; readonly refusal: Refusal }
  constructor(outcome: { readonly ok: false; readonly refusal: Refusal }) {
    super('refused')
    this.outcome = outcome
  }
}

export function createDelimitations({ database, ledger, now }: Parts): Delimitations {
  const store = createDelimitationStore(database.tables())

  async function record(
    tx: Kysely<unknown>,
    act: string,
    subject: string,
    by: ByWhom,
    detail: LedgerAct['detail'],
  ): Promise<void> {
    const at = now().toISOString()
    await ledger.append(tx, [
      { system: 'delimitation', act, subject, actor: by.actor, madeAt: at, arrivedAt: at, detail },
    ])
  }

  async function imported(
    tx: Kysely<unknown>,
    kind: ImportKind,
    subject: string,
    by: ByWhom,
    report: ImportReport,
  ): Promise<number> {
    const id = await createDelimitationStore(tx).addReport(kind, subject, by.actor.id, now(), report)
    await record(tx, `${kind}-imported`, subject, by, {
      files: report.files.map(({ sha256, rows }) => ({ sha256, rows })),
      totals: report.totals,
      findings: Object.fromEntries(report.findings.map(({ code, count }) => [code, count])),
    })
    return id
  }

  async function loadCensus<T>(
    census: CheckedCensus,
    as: { id: string; name: Text },
    then: (tx: Kysely<unknown>) => Promise<T>,
  ): Promise<Outcome<T>> {
    return bulkLoad(database, async ({ tx, copy }) => {
      const { population = 0, households = 0 } = census.totals
      const isNew = await createDelimitationStore(tx).addCensus({ ...as, population, households }, now())
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
      return accept(await then(tx))
    }).catch(asOutcome)
  }

  async function nameDelimitation<T>(
    delimitation: Delimitation,
    then: (tx: Kysely<unknown>) => Promise<T>,
  ): Promise<Outcome<T>> {
    const { censusId } = delimitation
    return database
      .transaction(async (tx) => {
        const inside = createDelimitationStore(tx)
        if (censusId !== null && !(await inside.hasCensus(censusId)))
          throw refusedWith(delimitationRefusals['unknown-census'], '/censusId')
        if (!(await inside.addDelimitation(delimitation, now())))
          throw refusedWith(delimitationRefusals['already-imported'], '/id')
        return accept(await then(tx))
      })
      .catch(asOutcome)
  }

  async function loadBoundaries<T>(
    delimitationId: string,
    boundaries: readonly Boundary[],
    attribution: string,
    then: (tx: Kysely<unknown>) => Promise<T>,
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
        return accept(await then(tx))
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
      return importedAs(await loadCensus(census, as, (tx) => imported(tx, 'census', as.id, by, report)), report)
    },

    addCensus(census, as, by) {
      return loadCensus(census, as, (tx) => record(tx, 'census-added', as.id, by, { totals: census.totals }))
    },

    addDelimitation: (delimitation, by) =>
      nameDelimitation(delimitation, (tx) =>
        record(tx, 'delimitation-named', delimitation.id, by, { constituencies: delimitation.constituencies.length }),
      ),

    async importConstituencies(source, as, by) {
      const reading = await readConstituencies(source)
      if (!reading.ok) return refusedFile(reading.refused)
      const { constituencies, report } = reading
      const named = await nameDelimitation({ ...as, constituencies }, (tx) =>
        imported(tx, 'constituencies', as.id, by, report),
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
      const loaded = await loadBoundaries(delimitationId, boundaries, attribution, (tx) =>
        imported(tx, 'boundaries', delimitationId, by, report),
      )
      return importedAs(loaded, report)
    },

    addBoundaries: (delimitationId, boundaries, attribution, by) =>
      loadBoundaries(delimitationId, boundaries, attribution, (tx) =>
        record(tx, 'boundaries-added', delimitationId, by, { seats: boundaries.length }),
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
          await inside.assignBlocks(delimitationId, assignments)
          await record(tx, 'blocks-assigned', delimitationId, by, { blocks: assignments.length })
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

function refusedWith(kind: RefusalKind, field: string, detail?: Refusal['detail']): Refused {
  return new Refused({ ok: false, refusal: { kind, field, ...(detail === undefined ? {} : { detail }) } })
}

function asOutcome(error: unknown): { readonly ok: false; readonly refusal: Refusal } {
  if (error instanceof Refused) return error.outcome
  throw error
}

function refusedImport(kind: RefusalKind, field: string): ImportOutcome {
  return { ok: false, refusal: { kind, field }, problems: null }
}

function importedAs(loaded: Outcome<number>, report: ImportReport): ImportOutcome {
  return loaded.ok ? { ok: true, reportId: loaded.value, report } : { ...loaded, problems: null }
}

function refusedFile(problems: ProblemReport): ImportOutcome {
  const kind = delimitationRefusals['file-refused']
  return { ok: false, refusal: { kind, detail: { problems: problems.count } }, problems }
}
