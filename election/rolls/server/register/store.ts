import { sql, type Kysely } from 'kysely'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import type { OrderedFreeze, Roll } from '../../core/register/roll.ts'
import type { Movement, RegistryCount } from '../../core/statistics/district-tables.ts'
import type { Horizon } from '../../core/statistics/statistics.ts'
import {
  isEnrolled,
  type ElectoralArea,
  type EnrolledVoter,
  type RollDistrict,
  type RollPart,
  type Voter,
} from '../../core/register/voter.ts'
import { countRoll, countVoters, readMovements, type RollCount } from '../statistics/count-roll.ts'
import { readRegistryCounts } from '../statistics/registry-counts.ts'
import type { RollsTables } from './tables.ts'
import { blockCode, genderLetter, voterOf, type VoterRow } from './voter-row.ts'

/** The register as stored. Made on a transaction, it takes part in it. */
export interface RollsStore {
  addRoll(roll: Roll): Promise<boolean>
  /** Names the term by which the law freezes a roll. */
  setTermEnds(id: RollId, day: string): Promise<void>
  setResultsAnnounced(id: RollId, at: Date): Promise<boolean>
  listRolls(): Promise<readonly Roll[]>
  /** The orders by which rolls were frozen, the first first. */
  listFreezes(): Promise<readonly OrderedFreeze[]>
  /** Adds districts and areas, or renames those that are there. */
  putPlaces(districts: readonly RollDistrict[], areas: readonly ElectoralArea[]): Promise<void>
  districts(): Promise<readonly RollDistrict[]>
  areas(): Promise<readonly ElectoralArea[]>
  findArea(block: string): Promise<ElectoralArea | undefined>
  /** Somebody whom the register knows, on the roll or not. */
  findVoter(cnic: Cnic): Promise<Voter | undefined>
  /** Those of the CNICs that the register knows, with their block; null for whoever is not on the roll. */
  findEnrolled(cnics: readonly Cnic[]): Promise<ReadonlyMap<string, string | null>>
  /** The voters of a station's parts, list by list in the order of their serials. */
  votersOf(parts: readonly RollPart[]): Promise<readonly EnrolledVoter[]>
  countVoters(): Promise<number>
  /** Everybody on the roll, counted by block: the stored count and the actions since. Only within `snapshot`. */
  count(qualifyingDate: string, areas?: readonly ElectoralArea[]): Promise<RollCount>
  /** Entries that came, went, or changed their district after a count. */
  movements(since: Horizon): Promise<readonly Movement[]>
  /** What the civil registry told of each district, against what the rolls made of it. */
  registryCounts(): Promise<readonly RegistryCount[]>
}

export function createRollsStore(handle: Kysely<unknown>): RollsStore {
  const db = handle as Kysely<RollsTables>
  return {
    async addRoll({ id, nameEn, nameUr, rulePack, qualifyingDate, termEndsOn, resultsAnnouncedAt }) {
      const added = await db
        .insertInto('rolls.roll')
        .values({
          id,
          name_en: nameEn,
          name_ur: nameUr,
          rule_pack: rulePack,
          qualifying_date: qualifyingDate,
          term_ends_on: termEndsOn,
          results_announced_at: resultsAnnouncedAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute()
      return added.length === 1
    },

    async setResultsAnnounced(id, at) {
      const changed = await db
        .updateTable('rolls.roll')
        .set({ results_announced_at: at })
        .where('id', '=', id)
        .returning('id')
        .execute()
      return changed.length === 1
    },

    async setTermEnds(id, day) {
      await db.updateTable('rolls.roll').set({ term_ends_on: day }).where('id', '=', id).execute()
    },

    async listFreezes() {
      const { rows } = await sql<{
        roll_id: string
        number: number
        kind: OrderedFreeze['kind']
        day: string
        constituency: string | null
        blocks: number[]
        ordered_at: Date
      }>`select roll_id, number, kind, day, constituency, blocks, ordered_at from rolls.freeze order by freeze_id`.execute(
        db,
      )
      return rows.map(({ roll_id, number, kind, day, constituency, blocks, ordered_at }) => ({
        rollId: roll_id as RollId,
        number,
        kind,
        day,
        constituency,
        blocks: blocks.map(blockCode),
        orderedAt: ordered_at,
      }))
    },

    async listRolls() {
      const rows = await db.selectFrom('rolls.roll').selectAll().orderBy('qualifying_date', 'desc').execute()
      return rows.map((row) => ({
        id: row.id as RollId,
        nameEn: row.name_en,
        nameUr: row.name_ur,
        rulePack: row.rule_pack,
        qualifyingDate: row.qualifying_date,
        termEndsOn: row.term_ends_on,
        resultsAnnouncedAt: row.results_announced_at,
      }))
    },

    async putPlaces(districts, areas) {
      await sql`
        insert into rolls.district (code, name_en, name_ur, province, office_phone)
        select * from unnest(${districts.map((d) => d.code)}::text[], ${districts.map((d) => d.nameEn)}::text[],
          ${districts.map((d) => d.nameUr)}::text[], ${districts.map((d) => d.province)}::text[],
          ${districts.map((d) => d.officePhone)}::text[])
        on conflict (code) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
          province = excluded.province, office_phone = excluded.office_phone`.execute(db)
      await sql`
        insert into rolls.electoral_area (block, name_en, name_ur, district)
        select * from unnest(${areas.map((a) => Number(a.block))}::int[], ${areas.map((a) => a.nameEn)}::text[],
          ${areas.map((a) => a.nameUr)}::text[], ${areas.map((a) => a.district)}::text[])
        on conflict (block) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
          district = excluded.district`.execute(db)
    },

    async districts() {
      const rows = await db.selectFrom('rolls.district').selectAll().orderBy('code').execute()
      return rows.map(({ code, name_en, name_ur, province, office_phone }) => ({
        code,
        nameEn: name_en,
        nameUr: name_ur,
        province,
        officePhone: office_phone,
      }))
    },

    async areas() {
      const rows = await db.selectFrom('rolls.electoral_area').selectAll().orderBy('block').execute()
      return rows.map(areaOf)
    },

    async findArea(block) {
      const row = await db
        .selectFrom('rolls.electoral_area')
        .selectAll()
        .where('block', '=', Number(block))
        .executeTakeFirst()
      return row === undefined ? undefined : areaOf(row)
    },

    async findVoter(cnic) {
      const row = await db.selectFrom('rolls.voter').selectAll().where('cnic', '=', Number(cnic)).executeTakeFirst()
      return row === undefined ? undefined : voterOf(row)
    },

    async findEnrolled(cnics) {
      const { rows } = await sql<{ cnic: number; block: number | null }>`
        select cnic, block from rolls.voter where cnic = any(${cnics.map(Number)}::bigint[])`.execute(db)
      return new Map(rows.map(({ cnic, block }) => [String(cnic), block === null ? null : blockCode(block)]))
    },

    async votersOf(parts) {
      const { rows } = await sql<VoterRow>`
        select v.* from unnest(${parts.map((p) => Number(p.block))}::int[], ${parts.map((p) => genderLetter[p.gender])}::"char"[],
          ${parts.map((p) => p.fromSerial)}::int[], ${parts.map((p) => p.toSerial)}::int[])
          with ordinality as part (block, gender, from_serial, to_serial, place)
        join rolls.voter v on v.block = part.block and v.gender = part.gender
          and v.serial between part.from_serial and part.to_serial
        order by part.place, v.serial`.execute(db)
      return rows.map(voterOf).filter(isEnrolled)
    },

    countVoters: () => countVoters(handle),

    async count(qualifyingDate, areas) {
      return countRoll(handle, qualifyingDate, areas ?? (await this.areas()))
    },

    movements: (since) => readMovements(handle, since),

    registryCounts: () => readRegistryCounts(handle),
  }
}

function areaOf({ block, name_en, name_ur, district }: RollsTables['rolls.electoral_area']): ElectoralArea {
  return { block: blockCode(block), nameEn: name_en, nameUr: name_ur, district }
}
