import { say, type Language } from '@intikhab/kernel/language'
import { writeTable } from '@intikhab/kernel/tables'
import { isOpen } from '../../core/claims/claim.ts'
import { claimWords as words } from '../../core/claims/words.ts'
import { maskCnic } from '../../core/identifiers.ts'
import type { TimedClaim } from './desk.ts'

const byteOrderMark = '\uFEFF'

/** The claims of a desk as CSV, with the mark by which spreadsheets know UTF-8. Days and instants are ISO 8601. */
export async function* deskTable(
  portions: AsyncIterable<readonly TimedClaim[]>,
  language: Language,
): AsyncGenerator<string> {
  const t = (text: { readonly en: string; readonly ur: string }) => say(language, text)
  const heads = [
    words.docket,
    words.form,
    words.matter,
    words.officer,
    words.state,
    words.lodgedAt,
    words.source,
    words.claimant,
    words.cnic,
    words.hearing,
    words.room,
    words.dueOn,
    words.overdue,
    words.outcome,
  ]
  yield byteOrderMark + writeTable([heads.map(t)])
  for await (const claims of portions) yield writeTable(claims.map((one) => line(one, t)))
}

function line({ claim, clock }: TimedClaim, t: (text: { readonly en: string; readonly ur: string }) => string) {
  const { docket, form, content, period, state, lodgedAt, source, claimant, hearing, decision } = claim
  return [
    docket,
    form,
    t(words[content.purpose]),
    t(words[period]),
    t(words[state]),
    lodgedAt.toISOString(),
    t(words[source]),
    claimant?.name ?? '',
    claimant === null ? '' : maskCnic(claimant.cnic),
    hearing?.at ?? '',
    hearing?.room ?? '',
    isOpen(claim) ? (clock.dueOn ?? t(words.afterResults)) : '',
    t(words[clock.isOverdue ? 'yes' : 'no']),
    decision === null ? '' : t(words[decision.outcome]),
  ]
}
