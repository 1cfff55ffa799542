import type { Text } from '@intikhab/kernel/language'
import type { RulePack } from '@intikhab/law'
import type { AssemblyCode, PartyEntry, StationEntry } from './edition.ts'

/** A candidate of the seat's list of contesting candidates (Form-33). */
export interface CandidateFacts {
  /** 1 first, without gaps: the order of the ballot and of every form. */
  readonly serial: number
  readonly name: Text
  readonly partyId: string
  readonly partyName: Text
  readonly symbol: Text | null
}

/** A seat as results need to know it before the first form. */
export interface ContestFacts {
  readonly contestId: string
  readonly name: Text
  readonly assembly: AssemblyCode
  readonly province: string
  readonly districtCode: string | null
  readonly registered: number
  readonly noCount: 'postponed' | 'uncontested' | null
  readonly candidates: readonly CandidateFacts[]
}

/** An election as results need to know it: fixed once the poll begins. */
export interface ElectionFacts {
  readonly id: string
  readonly name: Text
  /** Legal date in Karachi, `YYYY-MM-DD`. */
  readonly pollDate: string
  readonly pack: RulePack
  readonly contests: readonly ContestFacts[]
  readonly parties: readonly PartyEntry[]
  /** The stations of each seat by `contestId`, in the order of their numbers. */
  readonly stations: ReadonlyMap<string, readonly StationEntry[]>
}
