/** Where the roll of some electoral areas is displayed and forms are taken in. */
export interface DisplayCentre {
  /** Within the roll, from 1. */
  readonly number: number
  readonly district: string
  readonly nameEn: string
  readonly nameUr: string
  readonly addressEn: string
  readonly addressUr: string
  /** Hours of the day, `HH:MM` in Karachi; the days are those of the display. */
  readonly opensAt: string
  readonly closesAt: string
  /** Given up again: its areas are displayed elsewhere. */
  readonly isClosed: boolean
  /** Electoral areas, in their order; none where it is closed. */
  readonly blocks: readonly string[]
}
