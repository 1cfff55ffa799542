import { parseRulePackId } from '@intikhab/law'
import type { Assembly, BilingualText, LegalDate, RulePackId } from '@intikhab/law'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import { programmeRefusals } from './refusals.ts'

declare const electionIdBrand: unique symbol

/** Names an election for ever, e.g. `general-election-2018`. Made only by `parseElectionId`. */
export type ElectionId = string & { readonly [electionIdBrand]: true }

export type ElectionKind = 'general' | 'by-election'

/** The assemblies, by the prefix of their seats: National, Punjab, Sindh, Khyber Pakhtunkhwa, Balochistan. */
export const assemblyCodes = ['NA', 'PP', 'PS', 'PK', 'PB'] as const
export type AssemblyCode = (typeof assemblyCodes)[number]

export const assemblyNames: Readonly<Record<AssemblyCode, BilingualText>> = {
  NA: { en: 'National Assembly', ur: 'قومی اسمبلی' },
  PP: { en: 'Provincial Assembly of the Punjab', ur: 'پنجاب اسمبلی' },
  PS: { en: 'Provincial Assembly of Sindh', ur: 'سندھ اسمبلی' },
  PK: { en: 'Provincial Assembly of Khyber Pakhtunkhwa', ur: 'خیبر پختونخوا اسمبلی' },
  PB: { en: 'Provincial Assembly of Balochistan', ur: 'بلوچستان اسمبلی' },
}

/** An election: one polling day, one state of the law. */
export interface Election {
  readonly id: ElectionId
  readonly nameEn: string
  readonly nameUr: string
  readonly kind: ElectionKind
  /** The law it is judged by, whatever the law is today. */
  readonly packId: RulePackId
  /** The poll of the programme version in force. */
  readonly pollDate: LegalDate
  readonly assemblies: readonly AssemblyCode[]
}

/** Reads the name of an election: words of `a–z` and `0–9` joined by single hyphens, 3 to 60 characters. */
export function parseElectionId(text: string): Outcome<ElectionId> {
  if (text.length < 3 || text.length > 60 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
    return refuse(programmeRefusals['bad-election-id'], { field: '/id' })
  return accept(text as ElectionId)
}

/** Reads the name of a rule pack that exists. */
export function parsePackId(text: string): Outcome<RulePackId> {
  const id = parseRulePackId(text)
  return id ? accept(id) : refuse(programmeRefusals['unknown-rule-pack'], { field: '/packId' })
}

/** Which of the law's two kinds of seat an assembly has. */
export function assemblyInLaw(code: AssemblyCode): Assembly {
  return code === 'NA' ? 'NA' : 'PA'
}
