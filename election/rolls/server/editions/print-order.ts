import { z } from 'zod'

const code = z.string().min(1).max(60)
const block = z.string().regex(/^\d{9}$/)

/** What is to be printed, or written as a searchable copy. */
export const printOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('area'), block, delimitationId: code.nullable() }),
  // All lists that are laid open at one place.
  z.strictObject({
    kind: z.literal('centre'),
    centre: z.int().min(1).max(99_999),
    delimitationId: code.nullable(),
  }),
  z.strictObject({
    kind: z.literal('station'),
    electionId: code,
    seat: code,
    station: z.int().min(1).max(99_999),
    /** With the marks of the newest marked copy for the election. */
    marked: z.boolean(),
    slips: z.boolean(),
  }),
  // What the presiding officers of a seat need, each file named after its station.
  z.strictObject({
    kind: z.literal('stations'),
    electionId: code,
    seat: code,
    marked: z.boolean(),
    slips: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('copy'),
    form: z.enum(['printed', 'searchable']),
    delimitationId: code,
    seat: code,
    /** The election for which it is asked: a returning officer's office is of one. */
    electionId: code.nullable(),
    recipient: z.string().trim().min(3).max(120),
  }),
])
export type PrintOrder = z.infer<typeof printOrder>

/** An order for the polling stations of an election: for one, or for all of a seat. */
export type StationOrder = Extract<PrintOrder, { kind: 'station' | 'stations' }>

export function isForStations(order: PrintOrder): order is StationOrder {
  return order.kind === 'station' || order.kind === 'stations'
}

/** An order as it is kept: with the edition of the lists from which it is made, and the number of a copy. */
export const keptOrder = z.strictObject({
  rollId: z.string(),
  order: printOrder,
  list: z.int(),
  markedCopy: z.int().nullable(),
})
export type KeptOrder = z.infer<typeof keptOrder>
