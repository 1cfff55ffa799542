import { createReadStream } from 'node:fs'
import type { Database } from '@intikhab/kernel/database'
import type { EditionReader } from '@intikhab/kernel/editions'
import { actorOf, httpRefusals, raw, route, type Caller, type Route } from '@intikhab/kernel/http'
import type { Scope } from '@intikhab/kernel/identity'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { rangeFaults } from '../../core/editions/bifurcation.ts'
import { ballotAtStation } from '../../core/editions/marks.ts'
import { parseCnic, parseRollId, type RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { Rolls } from '../register/rolls.ts'
import { listCopies } from './copies.ts'
import { findCentre } from './display-centres.ts'
import { findMark, lastSerialsIn, listMarkedCopies, makeMarkedCopy } from './marked-copies.ts'
import { printOrder, type PrintOrder } from './print-order.ts'
import type { PrintPlaces } from './print-places.ts'
import { findPrint, listPrints, type Print } from './print-store.ts'
import type { Prints } from './prints.ts'
import { openLists } from './read-lists.ts'

export interface PrintRouteParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  readonly rolls: Rolls
  readonly reader: Pick<EditionReader, 'latest' | 'edition' | 'store'>
  readonly prints: Prints
  readonly places: PrintPlaces
  /** Whether somebody may print there. */
  mayPrint(caller: Caller, places: readonly Scope[]): boolean
  /** When an election was announced: postal ballots since then are its own. */
  announcedAt(electionId: string): Promise<Date | undefined>
}

const tag = 'rolls'
const code = z.string().min(1).max(60)
const inRoll = z.object({ roll: code })

const printAnswer = z.array(
  z.object({
    id: z.string(),
    order: printOrder,
    list: z.int(),
    markedCopy: z.int().nullable(),
    copy: z.int().nullable(),
    askedAt: z.string(),
    done: z.int(),
    total: z.int(),
    state: z.enum(['waiting', 'ready', 'failed']),
    problem: z.string().nullable(),
    file: z.object({ name: z.string(), sha256: z.string(), bytes: z.int() }).nullable(),
  }),
)
/** A print as the screen lists it. */
export type ListedPrint = z.infer<typeof printAnswer>[number]

const copyAnswer = z.array(
  z.object({
    copy: z.int(),
    kind: z.enum(['printed', 'searchable']),
    list: z.int(),
    seat: z.string(),
    recipient: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    givenAt: z.string(),
  }),
)
/** A copy in the log. */
export type ListedCopy = z.infer<typeof copyAnswer>[number]

const markedAnswer = z.array(
  z.object({
    number: z.int(),
    list: z.int(),
    schemeVersion: z.int(),
    postal: z.int(),
    overseas: z.int(),
    reason: z.string(),
    madeAt: z.string(),
  }),
)
/** A marked copy as the screen lists it. */
export type ListedMarkedCopy = z.infer<typeof markedAnswer>[number]

const faultsAnswer = z.object({
  scheme: z.int(),
  list: z.int(),
  faults: z.int(),
  /** The first two hundred. */
  first: z.array(
    z.object({
      fault: z.enum(['serials-overlap', 'serials-uncovered', 'serials-beyond-list']),
      seat: z.string(),
      block: z.string(),
      gender: z.enum(['male', 'female', 'other']),
      from: z.int(),
      to: z.int(),
      stations: z.array(z.int()),
    }),
  ),
})

/** What the scheme's ranges leave out or serve twice. */
export type RangeFaults = z.infer<typeof faultsAnswer>

/** What is printed from the editions of the lists, who was given copies, and who is marked. */
export function printRoutes(parts: PrintRouteParts): Route[] {
  const { database, ledger, now, rolls, reader, prints, places, mayPrint } = parts
  const db = () => database.tables<unknown>()

  async function getList(text: string) {
    const id = parseRollId(text)
    const list = id === undefined ? undefined : await openLists(reader, id)
    return id === undefined || list === undefined ? refuse(rollsRefusals['no-list-edition']) : accept({ id, list })
  }

  /** Where an order is carried out, from narrow to wide. */
  async function placesOf(rollId: RollId, order: PrintOrder): Promise<Scope[]> {
    const list = await openLists(reader, rollId)
    const placesOfDistrict = (code: string | undefined): Scope[] => {
      const district = list?.description.districts.find((one) => one.code === code)
      return district === undefined
        ? []
        : [
            { kind: 'district', code: district.code },
            { kind: 'province', code: district.province },
          ]
    }
    const districtOf = (block: string) => placesOfDistrict(list?.area(block)?.district)
    if (order.kind === 'area') return districtOf(order.block)
    if (order.kind === 'centre') return placesOfDistrict((await findCentre(db(), rollId, order.centre))?.district)
    const { electionId, seat } = order
    const inElection = electionId === null ? {} : { electionId }
    const constituency: Scope = { kind: 'constituency', code: seat, ...inElection }
    const blocks =
      order.kind === 'copy'
        ? ((await places.findSeat(order.delimitationId, seat))?.blocks ?? [])
        : ((await places.findSchemeSeat(order.electionId, seat))?.seat.blocks ?? [])
    const around = blocks.map(districtOf)
    // A district's officer prints a seat that lies in the district with all its areas.
    const isOne = around.every(
      ([district]) => district?.kind === 'district' && JSON.stringify(district) === JSON.stringify(around[0]?.[0]),
    )
    return [constituency, ...(isOne ? (around[0] ?? []) : [])]
  }

  return [
    route({
      method: 'POST',
      path: '/api/rolls/:roll/prints',
      act: 'rolls.copies',
      tag,
      summary:
        'Have the lists of an area, a display centre, a station or all stations of a seat printed, or a copy for a recipient made, from the newest edition',
      params: inRoll,
      body: z.strictObject({ order: printOrder }),
      scope: 'anywhere',
      idempotent: true,
      status: 202,
      response: z.object({ print: z.string() }),
      async handler({ params, body, caller }) {
        const found = await getList(params.roll)
        if (!found.ok) return found
        if (!mayPrint(caller, await placesOf(found.value.id, body.order))) return refuse(httpRefusals['not-permitted'])
        const asked = await prints.ask(found.value.id, body.order, actorOf(caller))
        return asked.ok ? accept({ print: asked.value }) : asked
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/prints',
      act: 'rolls.copies',
      tag,
      summary: 'What one has had printed, and how far it is',
      scope: 'anywhere',
      response: printAnswer,
      handler: async ({ caller }) => accept((await listPrints(db(), actorOf(caller).id)).map(listedPrint)),
    }),
    route({
      method: 'GET',
      path: '/api/rolls/prints/:print/file',
      act: 'rolls.copies',
      tag,
      summary: 'A finished print, to whoever ordered it',
      params: z.object({ print: z.uuid() }),
      scope: 'anywhere',
      produces: 'application/zip',
      async handler({ params, caller }) {
        const print = await findPrint(db(), params.print)
        if (print?.file == null || print.accountId !== actorOf(caller).id) return refuse(rollsRefusals['unknown-print'])
        return raw({
          headers: {
            'content-type': print.file.mediaType,
            'content-length': String(print.file.bytes),
            'content-disposition': `attachment; filename="${print.file.name}"`,
            'cache-control': 'private, no-store',
          },
          body: createReadStream(prints.fileOf(print)),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/:roll/copies',
      act: 'rolls.copies',
      tag,
      summary: 'The log of copies given out (s.41): all of them to the secretariat, else those that one gave oneself',
      params: inRoll,
      scope: 'anywhere',
      response: copyAnswer,
      async handler({ params, caller }) {
        const isNational = mayPrint(caller, [{ kind: 'national' }])
        const copies = await listCopies(db(), params.roll, isNational ? undefined : actorOf(caller).id)
        return accept(
          copies.map(({ list, givenAt, copy, kind, seat, recipient, sha256, bytes }) => ({
            copy,
            kind,
            list: list.number,
            seat,
            recipient,
            sha256,
            bytes,
            givenAt: givenAt.toISOString(),
          })),
        )
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/elections/:election/marked-copies',
      act: 'rolls.copies',
      tag,
      summary: 'The marked copies for an election',
      params: z.object({ election: code }),
      scope: 'anywhere',
      response: markedAnswer,
      async handler({ params }) {
        return accept(
          (await listMarkedCopies(db(), params.election)).map(
            ({ list, madeAt, rollId: _roll, electionId: _of, ...copy }) =>
              Object.assign(copy, { list: list.number, madeAt: madeAt.toISOString() }),
          ),
        )
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/:roll/elections/:election/marked-copies',
      act: 'rolls.copies',
      tag,
      summary: 'Mark who votes by post or from abroad in the newest edition; a correction is the next number',
      params: z.object({ roll: code, election: code }),
      body: z.strictObject({ reason: z.string().trim().min(10).max(500) }),
      idempotent: true,
      status: 201,
      response: z.object({ number: z.int(), postal: z.int(), overseas: z.int() }),
      async handler({ params, body, caller }): Promise<Outcome<{ number: number; postal: number; overseas: number }>> {
        const found = await getList(params.roll)
        if (!found.ok) return found
        const scheme = await places.dividedSeats(params.election)
        const since = await parts.announcedAt(params.election)
        if (scheme === undefined || since === undefined) return refuse(rollsRefusals['unknown-polling-station'])
        const { id: rollId, list } = found.value
        const made = await makeMarkedCopy(
          { database, ledger, now },
          {
            electionId: params.election,
            rollId,
            list,
            schemeVersion: scheme.version,
            seats: scheme.seats,
            since,
            reason: body.reason,
          },
          actorOf(caller),
        )
        if (!made.ok) return made
        const { number, postal, overseas } = made.value
        return accept({ number, postal, overseas })
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/elections/:election/ballots',
      act: 'rolls.copies',
      tag,
      summary: 'Whether a ballot may be issued at the polling station to this voter, by the newest marked copy',
      params: z.object({ election: code }),
      body: z.strictObject({ cnic: z.string().max(20) }),
      scope: 'anywhere',
      async handler({ params, body }) {
        const cnic = parseCnic(body.cnic)
        const voter = cnic === undefined ? undefined : await rolls.store.findVoter(cnic)
        if (cnic === undefined || voter?.entry == null) return refuse(rollsRefusals['not-enrolled'], { field: '/cnic' })
        return ballotAtStation(await findMark(db(), params.election, cnic))
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/:roll/elections/:election/ranges',
      act: 'rolls.copies',
      tag,
      summary: 'Serials of the newest edition that no station of the scheme serves, or two do, or that no list has',
      params: z.object({ roll: code, election: code }),
      scope: 'anywhere',
      response: faultsAnswer,
      async handler({ params }) {
        const found = await getList(params.roll)
        if (!found.ok) return found
        const scheme = await places.dividedSeats(params.election)
        if (scheme === undefined) return refuse(rollsRefusals['unknown-polling-station'])
        const { list } = found.value
        const faults = [...rangeFaults(scheme.seats, lastSerialsIn(list))]
        const first = faults
          .slice(0, 200)
          .map(({ stations, ...fault }) => Object.assign(fault, { stations: [...stations] }))
        return accept({ scheme: scheme.version, list: list.number, faults: faults.length, first })
      },
    }),
  ]
}

function listedPrint({ id, what, copy, askedAt, done, total, state, problem, file }: Print): ListedPrint {
  return {
    id,
    order: what.order,
    list: what.list,
    markedCopy: what.markedCopy,
    copy,
    askedAt: askedAt.toISOString(),
    done,
    total,
    state,
    problem,
    file: file === null ? null : { name: file.name, sha256: file.sha256, bytes: file.bytes },
  }
}
