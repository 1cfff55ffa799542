import type { BilingualText, LegalDatum, LegalValue } from './legal-value.ts'

declare const rulePackIdBrand: unique symbol

/** Names a rule pack, `act@state-of-the-law`, e.g. `elections-act-2017@2023-08`. Made only by `parseRulePackId`. */
export type RulePackId = string & { readonly [rulePackIdBrand]: true }

/** Which assembly a seat belongs to: National, or one of the four provincial ones. */
export type Assembly = 'NA' | 'PA'

/**
 * Everything the law fixes that a system needs, in two levels: group and name. Days are calendar days, money is whole
 * rupees, clocks are `HH:MM` in Karachi.
 */
export interface RulePackValues {
  readonly programme: {
    readonly notifyWithinDays: LegalValue<number>
    readonly nominationDays: LegalValue<number>
    readonly namesPublishedDays: LegalValue<number>
    readonly scrutinyDays: LegalValue<number>
    readonly appealFilingDays: LegalValue<number>
    readonly appealDecisionDays: LegalValue<number>
    readonly revisedListDays: LegalValue<number>
    readonly withdrawalDays: LegalValue<number>
    readonly symbolDays: LegalValue<number>
    readonly revisedListToPollDays: LegalValue<number>
    readonly minimumTotalDays: LegalValue<number>
  }
  readonly candidate: {
    readonly minimumAge: LegalValue<number>
    readonly maximumPapers: LegalValue<number>
    readonly formFeeRupees: LegalValue<number>
    readonly depositNationalRupees: LegalValue<number>
    readonly depositProvincialRupees: LegalValue<number>
    readonly loanRupees: LegalValue<number>
    readonly loanMonths: LegalValue<number>
    readonly utilityRupees: LegalValue<number>
    readonly utilityMonths: LegalValue<number>
  }
  readonly polling: {
    readonly votersPerStation: LegalValue<number>
    readonly votersPerBooth: LegalValue<number>
    readonly stationWithinKm: LegalValue<number>
    readonly opensAt: LegalValue<string>
    readonly closesAt: LegalValue<string>
  }
  readonly count: {
    readonly tenderedVotesCounted: LegalValue<boolean>
    readonly challengedVotesCounted: LegalValue<boolean>
  }
  readonly results: {
    readonly provisionalBy: LegalValue<string>
    /** Null where the law sets no last hour. */
    readonly completeBy: LegalValue<string | null>
    readonly lateRequires: LegalValue<readonly string[]>
    readonly sendWithinHours: LegalValue<number>
    readonly publishWithinDays: LegalValue<number>
    readonly gazetteWithinDays: LegalValue<number>
  }
  readonly recount: {
    readonly marginPercent: LegalValue<number>
    readonly capNationalVotes: LegalValue<number>
    readonly capProvincialVotes: LegalValue<number>
    readonly excludedReachMargin: LegalValue<boolean>
    readonly officerMayAllow: LegalValue<boolean>
    readonly requestBefore: LegalValue<string>
    readonly commissionOrderBefore: LegalValue<string>
    readonly officerDaysAfterOrder: LegalValue<number>
  }
  readonly womenTurnout: {
    readonly voidBelowPercent: LegalValue<number>
  }
  readonly petition: {
    readonly fileWithinDays: LegalValue<number>
    readonly decideWithinDays: LegalValue<number>
    /** Null where no source tells. */
    readonly stayAtMostMonths: LegalValue<number | null>
  }
  readonly rolls: {
    readonly freezeDaysBeforeTermEnd: LegalValue<number>
    readonly objectionDays: LegalValue<number>
    readonly genderGapPercent: LegalValue<number>
    readonly formsAllYear: LegalValue<readonly string[]>
    /** Registration or transfer, objection, correction, in this order; the same of `formsAllYear`. */
    readonly formsAtDisplay: LegalValue<readonly string[]>
    /** Section under which claims are decided all year, and in the display period. */
    readonly orderSection: LegalValue<string>
    readonly displayOrderSection: LegalValue<string>
    readonly hearingNoticeDays: LegalValue<number>
    readonly claimDecisionDays: LegalValue<number>
    readonly claimAppealDays: LegalValue<number>
  }
  readonly delimitation: {
    readonly variationPercent: LegalValue<number>
    readonly seatFractionPercent: LegalValue<number>
    readonly basicUnits: LegalValue<readonly string[]>
    readonly representationDays: LegalValue<number>
    readonly decisionDays: LegalValue<number>
    readonly copies: LegalValue<number>
    readonly mapFeeRupees: LegalValue<number>
  }
}

/** One state of the law. Every election names the pack it is judged by. */
export interface RulePack {
  readonly id: RulePackId
  readonly name: BilingualText
  readonly act: BilingualText
  readonly values: RulePackValues
}

/** The same two levels as the values, with `V` in each place. */
export type ForEachValue<V> = {
  readonly [G in keyof RulePackValues]: { readonly [K in keyof RulePackValues[G]]: V }
}

/** Any value of a pack, seen without its exact type. */
export type AnyLegalValue = LegalValue<LegalDatum>
