import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Kysely } from 'kysely'
import { rangeFaults, refuseFaults } from '../../core/editions/bifurcation.ts'
import { printedMark } from '../../core/editions/copy-mark.ts'
import type { ListedArea } from '../../core/editions/list-format.ts'
import { listFileName, printedLists } from '../../core/editions/printed-lists.ts'
import { stationCopy } from '../../core/print/list-totals.ts'
import type { PrintedList, PrintedPoll } from '../../core/print/printed-list.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { PrintJob } from '../print/print-files.ts'
import { findCentre } from './display-centres.ts'
import { lastSerialsIn, marksIn } from './marked-copies.ts'
import { isForStations, type PrintOrder, type StationOrder } from './print-order.ts'
import type { PrintPlaces } from './print-places.ts'
import type { ListEdition } from './read-lists.ts'

/** Lists on their way to the press. */
export interface ListsToPrint {
  /** Name of the archive, without its ending. */
  readonly name: string
  /** Electoral areas. */
  readonly areas: readonly ListedArea[]
  /** The lists of one area. */
  listsOf(area: ListedArea): Promise<readonly PrintedList[]>
  /** Files of a list, in this folder. */
  jobOf(list: PrintedList, folder: string): PrintJob
}

/** What lists are printed out of. */
export interface Sources {
  readonly db: Kysely<unknown>
  readonly list: ListEdition
  readonly places: PrintPlaces
  /** Number of the marked copy for the election of a station; null without marks. */
  readonly markedCopy: number | null
  /** Number of a copy for a recipient. */
  readonly copy: number | null
}

/**
 * Finds what an order means. Refuses `no-list-edition` for areas that the edition does not have, `unknown-display-centre`,
 * `unknown-seat`, `unknown-polling-station`, and ranges of serials that do not cover the lists of the seat exactly.
 */
export async function listsToPrint(order: PrintOrder, sources: Sources): Promise<Outcome<ListsToPrint>> {
  if (isForStations(order)) return stationLists(order, sources)
  const { list, places } = sources
  const { delimitationId } = order
  const areasIn = (blocks: readonly string[]) => blocks.flatMap((block) => list.area(block) ?? [])
  const wholeLists = (name: string, areas: readonly ListedArea[], field: string): Outcome<ListsToPrint> =>
    areas.length === 0
      ? refuse(rollsRefusals['no-list-edition'], { field })
      : accept({
          name,
          areas,
          listsOf: (one) => listsOfArea(one, sources, delimitationId, null),
          jobOf: (one, folder) => filesOf(one, folder, { csv: true, poll: null }),
        })
  if (order.kind === 'area') return wholeLists(order.block, areasIn([order.block]), '/order/block')
  if (order.kind === 'centre') {
    const centre = await findCentre(sources.db, list.description.rollId as RollId, order.centre)
    if (centre === undefined) return refuse(rollsRefusals['unknown-display-centre'], { field: '/order/centre' })
    return wholeLists(`display-centre-${centre.number}`, areasIn(centre.blocks), '/order/centre')
  }
  const seat = await places.findSeat(order.delimitationId, order.seat)
  if (seat === undefined) return refuse(rollsRefusals['unknown-seat'], { field: '/order/seat' })
  const recipient = printedMark({ copy: sources.copy ?? 0, recipient: order.recipient })
  return accept({
    name: `${order.seat}-copy-${sources.copy}`,
    areas: areasIn(seat.blocks),
    listsOf: (area) => listsOfArea(area, sources, delimitationId, recipient),
    // Rows in a table of their own would bear no mark.
    jobOf: (one, folder) => filesOf(one, folder, { csv: false, poll: null }),
  })
}

/** The lists of one station, or those of all stations of a seat: each area is read once for all that serve it. */
async function stationLists(order: StationOrder, sources: Sources): Promise<Outcome<ListsToPrint>> {
  const { list, places } = sources
  const scheme = await places.findSchemeSeat(order.electionId, order.seat)
  const isAsked = (number: number) => order.kind === 'stations' || order.station === number
  const stations = scheme?.seat.stations.filter(({ number, parts }) => isAsked(number) && parts.length > 0) ?? []
  if (scheme === undefined || stations.length === 0)
    return refuse(rollsRefusals['unknown-polling-station'], {
      field: order.kind === 'station' ? '/order/station' : '/order/seat',
    })
  const checked = refuseFaults(rangeFaults([scheme.seat], lastSerialsIn(list)))
  if (!checked.ok) return checked
  const poll = order.slips ? await places.findPoll(order.electionId) : undefined
  const copiesOf = (one: PrintedList): PrintedList[] =>
    stations.flatMap(({ number, parts }) => {
      const serials = parts
        .filter(({ block, gender }) => block === one.area.block && gender === one.gender)
        .map(({ fromSerial: from, toSerial: to }) => ({ from, to }))
      if (serials.length === 0) return []
      const copy = stationCopy(one, { number: String(number), nameUr: scheme.namesUr.get(number) ?? '', serials })
      return copy.voters.length === 0 ? [] : [copy]
    })
  const blocks = [...new Set(stations.flatMap(({ parts }) => parts.map(({ block }) => block)))]
  const which = order.kind === 'station' ? `station-${order.station}` : 'stations'
  return accept({
    name: `${order.seat}-${which}${sources.markedCopy === null ? '' : `-marked-${sources.markedCopy}`}`,
    areas: blocks.flatMap((block) => list.area(block) ?? []),
    listsOf: async (area) => (await listsOfArea(area, sources, null, null, order.electionId)).flatMap(copiesOf),
    jobOf: (one, folder) =>
      filesOf(one, folder, {
        csv: true,
        poll: poll ?? null,
        // In the order of the stations, whose numbers have up to three digits.
        ...(order.kind === 'stations' ? { before: `station-${one.station?.number.padStart(3, '0')}-` } : {}),
      }),
  })
}

async function listsOfArea(
  area: ListedArea,
  { db, list, places, markedCopy }: Sources,
  delimitationId: string | null,
  recipient: string | null,
  electionId?: string,
): Promise<PrintedList[]> {
  const district = list.description.districts.find(({ code }) => code === area.district)
  const { block, nameUr } = area
  return printedLists(area, await list.voters(area), {
    area: {
      block,
      nameUr,
      tehsilUr: '',
      districtUr: district?.nameUr ?? area.district,
      provinceUr: places.provinceUr(district?.province ?? ''),
      seats:
        electionId === undefined
          ? await places.seatsOf(delimitationId, block)
          : await places.seatsOfElection(electionId, block),
    },
    edition: { id: `${list.series}/${list.number}`, hash: list.sha256, madeAt: list.madeAt },
    description: list.description,
    marks:
      electionId === undefined || markedCopy === null
        ? null
        : await marksIn(db, { electionId, number: markedCopy }, block),
    recipient,
  })
}

function filesOf(
  list: PrintedList,
  folder: string,
  { csv, poll, before = '' }: { readonly csv: boolean; readonly poll: PrintedPoll | null; readonly before?: string },
): PrintJob {
  const name = join(folder, `${before}${listFileName(list)}`)
  return {
    list,
    pdf: `${name}.pdf`,
    ...(csv ? { csv: `${name}.csv` } : {}),
    ...(poll === null ? {} : { slips: { file: `${name}-slips.pdf`, poll } }),
  }
}
