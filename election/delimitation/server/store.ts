import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Text } from '@intikhab/kernel/language'
import type { ImportReport } from '@intikhab/kernel/tables'
import type { Boundary, Doubt } from '../core/boundary.ts'
import type { BlockAssignment, Constituency, Delimitation, Place } from '../core/delimitation.ts'
import { boxOf, type Area } from '../core/geometry.ts'
import { compareConstituencies, partsOfCode, type Assembly, type ConstituencyCode } from '../core/identifiers.ts'
import type { Level } from '../core/level.ts'
import type { Province } from '../core/province.ts'

export type ImportKind = 'census' | 'boundaries' | 'constituencies'

/** One import as the list of imports shows it. */
export interface ImportSummary {
  readonly id: number
  readonly kind: ImportKind
  readonly subject: string
  readonly importedAt: Date
  readonly importedBy: string
}

/** Places, seats and boundaries as stored. Made on a transaction, it takes part in it. */
export interface DelimitationStore {
  hasCensus(id: string): Promise<boolean>
  /** False if there is one of that name already; then nothing is added. */
  addCensus(
    census: { id: string; name: Text; population: number; households: number },
    importedAt: Date,
  ): Promise<boolean>
  /** People counted; undefined for an unknown census. */
  populationOf(censusId: string): Promise<number | undefined>
  /** Parts of a place, of the whole country for null, in the order of the census tables. */
  placesBelow(censusId: string, parent: number | null): Promise<Place[]>
  /** Blocks printed directly under a place. */
  blocksOf(censusId: string, place: number): Promise<{ code: string; population: number; households: number }[]>
  /** The block and the places that hold it, the nearest first; undefined for an unknown block. */
  findBlock(
    censusId: string,
    code: string,
  ): Promise<{ population: number; households: number; places: Place[] } | undefined>

  listDelimitations(): Promise<Omit<Delimitation, 'constituencies'>[]>
  findDelimitation(id: string): Promise<Delimitation | undefined>
  /** False if there is one of that name already; then nothing is added. */
  addDelimitation(delimitation: Delimitation, madeAt: Date): Promise<boolean>
  hasBoundaries(delimitationId: string): Promise<boolean>
  addBoundaries(delimitationId: string, boundaries: readonly Boundary[], attribution: string): Promise<void>
  /** In the order of the seats; empty where none were imported. */
  boundariesOf(delimitationId: string): Promise<(Boundary & { readonly attribution: string })[]>
  /** Unknown among the given blocks of a census. */
  unknownBlocks(censusId: string, codes: readonly string[]): Promise<string[]>
  assignBlocks(delimitationId: string, assignments: readonly BlockAssignment[]): Promise<void>
  /** In the order of assembly and block. */
  assignments(delimitationId: string): Promise<readonly BlockAssignment[]>
  blocksOfConstituency(delimitationId: string, code: ConstituencyCode): Promise<string[]>
  constituenciesOfBlock(delimitationId: string, block: string): Promise<ConstituencyCode[]>

  addReport(kind: ImportKind, subject: string, by: string, at: Date, report: ImportReport): Promise<number>
  listReports(): Promise<ImportSummary[]>
  findReport(id: number): Promise<(ImportSummary & { readonly report: ImportReport }) | undefined>
}

interface PlaceRow {
  id: number
  parent: number | null
  level: string
  province: string
  name_en: string
  name_ur: string | null
  population: number
  households: number
}

/** A polygon as it is stored. */
export interface BoundaryRow {
  code: string
  geometry: { coordinates: Area }
  square_kilometres: number
  source: string
  label: string
  approximate: boolean
  error_kilometres: number | null
  doubts: Doubt[]
  attribution: string
}

interface ReportRow {
  id: number
  kind: ImportKind
  subject: string
  imported_at: Date
  imported_by: string
  report: ImportReport
}

const placeColumns = sql.raw('id, parent, level, province, name_en, name_ur, population, households')

export function createDelimitationStore(db: Kysely<unknown>): DelimitationStore {
  return {
    async hasCensus(id) {
      return (await sql`select 1 from delimitation.census where id = ${id}`.execute(db)).rows.length > 0
    },

    async addCensus({ id, name, population, households }, importedAt) {
      const { rows } =
        await sql`insert into delimitation.census (id, name_en, name_ur, population, households, imported_at)
        values (${id}, ${name.en}, ${name.ur}, ${population}, ${households}, ${importedAt})
        on conflict do nothing returning 1`.execute(db)
      return rows.length > 0
    },

    async populationOf(id) {
      const { rows } = await sql<{ population: number }>`
        select population from delimitation.census where id = ${id}`.execute(db)
      return rows[0]?.population
    },

    async placesBelow(censusId, parent) {
      const { rows } = await sql<PlaceRow>`select ${placeColumns} from delimitation.place
        where census_id = ${censusId} and parent is not distinct from ${parent} order by id`.execute(db)
      return rows.map(placeOf)
    },

    async blocksOf(censusId, place) {
      const { rows } = await sql<{ code: string; population: number; households: number }>`
        select code, population, households from delimitation.block
        where census_id = ${censusId} and place_id = ${place} order by code`.execute(db)
      return rows
    },

    async findBlock(censusId, code) {
      const { rows } = await sql<PlaceRow & { block_population: number; block_households: number }>`
        with recursive held as (
          select p.*, 0 as step, b.population as block_population, b.households as block_households
          from delimitation.block b join delimitation.place p on p.census_id = b.census_id and p.id = b.place_id
          where b.census_id = ${censusId} and b.code = ${code}
          union all
          select p.*, step + 1, block_population, block_households
          from held join delimitation.place p on p.census_id = held.census_id and p.id = held.parent)
        select ${placeColumns}, block_population, block_households from held order by step`.execute(db)
      const [first] = rows
      if (first === undefined) return undefined
      return { population: first.block_population, households: first.block_households, places: rows.map(placeOf) }
    },

    async listDelimitations() {
      const { rows } = await sql<{ id: string; name_en: string; name_ur: string; census_id: string | null }>`
        select id, name_en, name_ur, census_id from delimitation.delimitation order by id`.execute(db)
      return rows.map((row) => ({ id: row.id, name: { en: row.name_en, ur: row.name_ur }, censusId: row.census_id }))
    },

    async findDelimitation(id) {
      const found = (await this.listDelimitations()).find((one) => one.id === id)
      if (found === undefined) return undefined
      const { rows } = await sql<{ code: string; name_en: string; name_ur: string; province: string; seats: number }>`
        select code, name_en, name_ur, province, seats from delimitation.constituency
        where delimitation_id = ${id}`.execute(db)
      const constituencies = rows.map(({ code, name_en, name_ur, province, seats }) => ({
        code: code as ConstituencyCode,
        name: { en: name_en, ur: name_ur },
        province: province as Province,
        seats,
      }))
      return { ...found, constituencies: constituencies.sort((a, b) => compareConstituencies(a.code, b.code)) }
    },

    async addDelimitation({ id, name, censusId, constituencies }, madeAt) {
      const { rows } = await sql`insert into delimitation.delimitation (id, name_en, name_ur, census_id, made_at)
        values (${id}, ${name.en}, ${name.ur}, ${censusId}, ${madeAt}) on conflict do nothing returning 1`.execute(db)
      if (rows.length === 0) return false
      await addConstituencies(db, id, constituencies)
      return true
    },

    async hasBoundaries(delimitationId) {
      const { rows } = await sql`select 1 from delimitation.boundary
        where delimitation_id = ${delimitationId} limit 1`.execute(db)
      return rows.length > 0
    },

    async addBoundaries(delimitationId, boundaries, attribution) {
      const rows = boundaries.map((one) => ({
        code: one.code,
        geometry: { type: 'MultiPolygon', coordinates: one.area },
        square_kilometres: one.squareKilometres,
        source: one.source,
        label: one.label,
        approximate: one.approximate,
        error_kilometres: one.errorKilometres,
        doubts: one.doubts,
      }))
      await sql`insert into delimitation.boundary (delimitation_id, code, geometry, square_kilometres, source, label,
          approximate, error_kilometres, doubts, attribution)
        select ${delimitationId}, code, geometry, square_kilometres, source, label, approximate, error_kilometres,
          doubts, ${attribution}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (code text, geometry jsonb,
          square_kilometres double precision, source text, label text, approximate boolean,
          error_kilometres double precision, doubts jsonb)`.execute(db)
    },

    async boundariesOf(delimitationId) {
      const { rows } = await sql<BoundaryRow>`select * from delimitation.boundary
        where delimitation_id = ${delimitationId}`.execute(db)
      return rows.map(boundaryOf).sort((a, b) => compareConstituencies(a.code, b.code))
    },

    async unknownBlocks(censusId, codes) {
      const { rows } = await sql<{ code: string }>`select code from unnest(${codes}::text[]) as given (code)
        where not exists (select 1 from delimitation.block b where b.census_id = ${censusId} and b.code = given.code)`.execute(
        db,
      )
      return rows.map((row) => row.code)
    },

    async assignBlocks(delimitationId, assignments) {
      await sql`insert into delimitation.block_assignment (delimitation_id, assembly, block_code, code)
        select ${delimitationId}, * from unnest(
          ${assignments.map((one): Assembly => partsOfCode(one.constituency).assembly)}::text[],
          ${assignments.map((one) => one.block)}::text[], ${assignments.map((one) => one.constituency)}::text[])`.execute(
        db,
      )
    },

    async assignments(delimitationId) {
      const { rows } = await sql<{ block: string; constituency: ConstituencyCode }>`
        select block_code as block, code as constituency from delimitation.block_assignment
        where delimitation_id = ${delimitationId} order by assembly collate "C", block_code collate "C"`.execute(db)
      return rows
    },

    async blocksOfConstituency(delimitationId, code) {
      const { rows } = await sql<{ block_code: string }>`select block_code from delimitation.block_assignment
        where delimitation_id = ${delimitationId} and code = ${code} order by block_code`.execute(db)
      return rows.map((row) => row.block_code)
    },

    async constituenciesOfBlock(delimitationId, block) {
      const { rows } = await sql<{ code: string }>`select code from delimitation.block_assignment
        where delimitation_id = ${delimitationId} and block_code = ${block}`.execute(db)
      return rows.map((row) => row.code as ConstituencyCode).sort(compareConstituencies)
    },

    async addReport(kind, subject, by, at, report) {
      const { rows } = await sql<{ id: number }>`
        insert into delimitation.import_report (kind, subject, imported_at, imported_by, report)
        values (${kind}, ${subject}, ${at}, ${by}, ${JSON.stringify(report)}::jsonb) returning id`.execute(db)
      return rows[0]?.id ?? 0
    },

    async listReports() {
      const { rows } = await sql<ReportRow>`select id, kind, subject, imported_at, imported_by
        from delimitation.import_report order by id desc`.execute(db)
      return rows.map(summaryOf)
    },

    async findReport(id) {
      const { rows } = await sql<ReportRow>`select * from delimitation.import_report where id = ${id}`.execute(db)
      const [row] = rows
      return row === undefined ? undefined : { ...summaryOf(row), report: row.report }
    },
  }
}

async function addConstituencies(
  db: Kysely<unknown>,
  delimitationId: string,
  constituencies: readonly Constituency[],
): Promise<void> {
  await sql`insert into delimitation.constituency (delimitation_id, code, name_en, name_ur, province, seats)
    select ${delimitationId}, * from unnest(
      ${constituencies.map((one) => one.code)}::text[], ${constituencies.map((one) => one.name.en)}::text[],
      ${constituencies.map((one) => one.name.ur)}::text[], ${constituencies.map((one) => one.province)}::text[],
      ${constituencies.map((one) => one.seats)}::int[])`.execute(db)
}

function placeOf(row: PlaceRow): Place {
  const { id, parent, population, households } = row
  return {
    id,
    parent,
    level: row.level as Level,
    name: { en: row.name_en, ur: row.name_ur ?? row.name_en },
    province: row.province as Province,
    population,
    households,
  }
}

/** A polygon as it was given. */
export function boundaryOf(row: BoundaryRow): Boundary & { attribution: string } {
  const area = row.geometry.coordinates
  return {
    code: row.code as ConstituencyCode,
    area,
    squareKilometres: row.square_kilometres,
    box: boxOf(area) ?? [0, 0, 0, 0],
    source: row.source,
    label: row.label,
    approximate: row.approximate,
    errorKilometres: row.error_kilometres,
    doubts: row.doubts,
    attribution: row.attribution,
  }
}

function summaryOf(row: ReportRow): ImportSummary {
  const { id, kind, subject } = row
  return { id, kind, subject, importedAt: row.imported_at, importedBy: row.imported_by }
}
