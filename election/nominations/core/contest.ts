import type { Text } from '@intikhab/kernel/language'
import type { AssemblyCode } from '@intikhab/programme'

declare const contestIdBrand: unique symbol

/** Names a seat within an election, e.g. `NA-21`. Made only by `parseContestId`. */
export type ContestId = string & { readonly [contestIdBrand]: true }

/** Reads a seat's name: the assembly's prefix, a hyphen, its number from 1 without leading zero. */
export function parseContestId(text: string): ContestId | undefined {
  return /^(NA|PP|PS|PK|PB)-[1-9][0-9]{0,2}$/.test(text) ? (text as ContestId) : undefined
}

/** The assembly a seat belongs to. */
export function assemblyOf(id: ContestId): AssemblyCode {
  return id.slice(0, 2) as AssemblyCode
}

/** Order of seats in every list: National Assembly first, then by number. */
export function compareContests(a: { readonly id: ContestId }, b: { readonly id: ContestId }): number {
  return assemblyRank[assemblyOf(a.id)] - assemblyRank[assemblyOf(b.id)] || seatNumber(a.id) - seatNumber(b.id)
}

const assemblyRank: Readonly<Record<AssemblyCode, number>> = { NA: 0, PP: 1, PS: 2, PK: 3, PB: 4 }

function seatNumber(id: ContestId): number {
  return Number(id.slice(3))
}

export type ProvinceCode = 'punjab' | 'sindh' | 'khyber-pakhtunkhwa' | 'balochistan' | 'islamabad' | 'fata'

/** One contesting candidate of the list that goes to print (Form-33). */
export interface Candidate {
  /** 1 first, without gaps: the order of the ballot. */
  readonly serial: number
  readonly name: Text
  /** Of the party registry; `independent` where there is none. */
  readonly partyId: string
  readonly symbolId: string | null
}

export type ContestStatus = 'contested' | 'uncontested' | 'postponed'

/** A seat to be filled and who stands for it. */
export interface Contest {
  readonly id: ContestId
  readonly name: Text
  readonly province: ProvinceCode
  readonly districtCode: string | null
  /** Null where the source does not tell. */
  readonly registered: number | null
  readonly status: ContestStatus
  readonly candidates: readonly Candidate[]
}
