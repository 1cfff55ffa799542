import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Kysely } from 'kysely'
import { rangeFaults, refuseFaults } from '../../core/editions/bifurcation.ts'
import { printedMark } from '../../core/editions/copy-mark.ts'
import type { ListedArea } from '../../core/editions/list-format.ts'
import { listFileName, printedLists } from '../../core/editions/printed-lists.ts'
import { stationCopy } from '../../core/print/list-totals.ts'
import type { PrintedList, PrintedPoll } from '../../core/print/printed-list.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { PrintJob } from '../print/print-files.ts'
import { lastSerialsIn, marksIn } from './marked-copies.ts'
import type { PrintOrder } from './print-order.ts'
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
 * Finds what an order means. Refuses `no-list-edition` for an area that the edition does not have, `unknown-seat`,
 * `unknown-polling-station`, and ranges of serials that do not cover the lists of the seat exactly.
 */
export async function listsToPrint(order: PrintOrder, sources: Sources): Promise<Outcome<ListsToPrint>> {
  if (order.kind === 'station') return stationLists(order, sources)
  const { list, places } = sources
  const { delimitationId } = order
  if (order.kind === 'area') {
    const area = list.area(order.block)
    if (area === undefined) return refuse(rollsRefusals['no-list-edition'], { field: '/order/block' })
    return accept({
      name: order.block,
      areas: [area],
      listsOf: (one) => listsOfArea(one, sources, delimitationId, null),
      jobOf: (one, folder) => filesOf(one, folder, { csv: true, poll: null }),
    })
  }
  const seat = await places.findSeat(order.delimitationId, order.seat)
  if (seat === undefined) return refuse(rollsRefusals['unknown-seat'], { field: '/order/seat' })
  const recipient = printedMark({ copy: sources.copy ?? 0, recipient: order.recipient })
  return accept({
    name: `${order.seat}-copy-${sources.copy}`,
    areas: seat.blocks.flatMap((block) => list.area(block) ?? []),
    listsOf: (area) => listsOfArea(area, sources, delimitationId, recipient),
    // Rows in a table of their own would bear no mark.
    jobOf: (one, folder) => filesOf(one, folder, { csv: false, poll: null }),
  })
}

async function stationLists(
  order: Extract<PrintOrder, { kind: 'station' }>,
  sources: Sources,
): Promise<Outcome<ListsToPrint>> {
  const { list, places } = sources
  const station = await places.findStation(order.electionId, order.seat, order.station)
  const parts = station?.seat.stations.find(({ number }) => number === order.station)?.parts ?? []
  if (station === undefined || parts.length === 0)
    return refuse(rollsRefusals['unknown-polling-station'], { field: '/order/station' })
  const checked = refuseFaults(rangeFaults([station.seat], lastSerialsIn(list)))
  if (!checked.ok) return checked
  const poll = order.slips ? await places.findPoll(order.electionId) : undefined
  const serialsOf = ({ area: { block }, gender }: PrintedList) =>
    parts
      .filter((part) => part.block === block && part.gender === gender)
      .map(({ fromSerial: from, toSerial: to }) => ({ from, to }))
  const blocks = [...new Set(parts.map(({ block }) => block))]
  return accept({
    name: `${order.seat}-station-${order.station}${sources.markedCopy === null ? '' : `-marked-${sources.markedCopy}`}`,
    areas: blocks.flatMap((block) => list.area(block) ?? []),
    async listsOf(area) {
      const all = await listsOfArea(area, sources, null, null, order)
      return all.flatMap((one) => {
        const serials = serialsOf(one)
        if (serials.length === 0) return []
        const copy = stationCopy(one, { number: String(order.station), nameUr: station.nameUr, serials })
        return copy.voters.length === 0 ? [] : [copy]
      })
    },
    jobOf: (one, folder) => filesOf(one, folder, { csv: true, poll: poll ?? null }),
  })
}

async function listsOfArea(
  area: ListedArea,
  { db, list, places, markedCopy }: Sources,
  delimitationId: string | null,
  recipient: string | null,
  station?: Extract<PrintOrder, { kind: 'station' }>,
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
        station === undefined
          ? await places.seatsOf(delimitationId, block)
          : await places.seatsOfElection(station.electionId, block),
    },
    edition: { id: `${list.series}/${list.number}`, hash: list.sha256, madeAt: list.madeAt },
    description: list.description,
    marks:
      station === undefined || markedCopy === null
        ? null
        : await marksIn(db, { electionId: station.electionId, number: markedCopy }, block),
    recipient,
  })
}

function filesOf(
  list: PrintedList,
  folder: string,
  { csv, poll }: { readonly csv: boolean; readonly poll: PrintedPoll | null },
): PrintJob {
  const name = join(folder, listFileName(list))
  return {
    list,
    pdf: `${name}.pdf`,
    ...(csv ? { csv: `${name}.csv` } : {}),
    ...(poll === null ? {} : { slips: { file: `${name}-slips.pdf`, poll } }),
  }
}
