import type { PrintedList, PrintedSerials, PrintedStation } from './printed-list.ts'

/** What stands on the cover. `numbers - unused = listed`, and `listed - postal - overseas = atTable`. */
export interface ListTotals {
  /** Serial numbers that were ever given, of those that this copy is about. */
  readonly numbers: number
  /** Of them, those of voters who have left the list. */
  readonly unused: number
  readonly listed: number
  readonly postal: number
  readonly overseas: number
  /** Voters who may vote at the station's table. */
  readonly atTable: number
  readonly households: number
}

/** The serials that a copy is about: those that its station serves, or all that were ever given. */
export function serialsOf({ station, lastSerial }: PrintedList): readonly PrintedSerials[] {
  const whole: PrintedSerials = { from: 1, to: lastSerial }
  return station === null ? [whole] : station.serials
}

export function totalsOf(list: PrintedList): ListTotals {
  const numbers = serialsOf(list).reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const listed = list.voters.length
  const postal = list.voters.filter(({ mark }) => mark === 'postal').length
  const overseas = list.voters.filter(({ mark }) => mark === 'overseas').length
  return {
    numbers,
    unused: numbers - listed,
    listed,
    postal,
    overseas,
    atTable: listed - postal - overseas,
    households: new Set(list.voters.map(({ household }) => household)).size,
  }
}

/**
 * Throws `RangeError` for a list that may not be printed: serials that do not rise or lie outside of what the copy is
 * about, marks in a copy without marks. Whoever makes lists keeps to this; a list that breaks it is a bug.
 */
export function assertPrintable(list: PrintedList): void {
  const where = `block ${list.area.block}, ${list.gender}`
  const ranges = serialsOf(list)
  let last = 0
  for (const { from, to } of ranges) {
    if (from <= last || to < from || to > list.lastSerial)
      throw new RangeError(`${where}: serials ${from}–${to} do not follow ${last} within 1–${list.lastSerial}`)
    last = to
  }
  last = 0
  for (const { serial, mark } of list.voters) {
    if (serial <= last) throw new RangeError(`${where}: serial ${serial} stands after ${last}`)
    if (!ranges.some(({ from, to }) => serial >= from && serial <= to))
      throw new RangeError(`${where}: serial ${serial} is not among those of this copy`)
    if (mark !== null && !list.marked)
      throw new RangeError(`${where}: serial ${serial} is marked in a copy without marks`)
    last = serial
  }
}

/** The copy for a polling station: only the voters whose serials it serves, in ranges by rising serial. */
export function stationCopy(list: PrintedList, station: PrintedStation): PrintedList {
  const serials = station.serials.toSorted((a, b) => a.from - b.from)
  const voters = list.voters.filter(({ serial }) => serials.some(({ from, to }) => serial >= from && serial <= to))
  return { ...list, station: { ...station, serials }, voters }
}
