import type { RulePack } from '@intikhab/law'
import type { Form45, Form46, Voters } from './bundle.ts'
import type { Finding } from './edition.ts'
import { finding } from './findings.ts'

/** Which rows of Form-45 enter a candidate's total, by the election's rule pack. */
export interface CountRule {
  readonly tendered: boolean
  readonly challenged: boolean
}

/** The counting rule of a pack (`count.tenderedVotesCounted`, `count.challengedVotesCounted`). */
export function countRuleOf(pack: RulePack): CountRule {
  const { tenderedVotesCounted, challengedVotesCounted } = pack.values.count
  return { tendered: tenderedVotesCounted.value, challenged: challengedVotesCounted.value }
}

/** A turnout above this share of the registered voters is looked at again. No law: the field's rule of thumb. */
const highTurnoutPercent = 90

/**
 * The checks that a Form-45 allows by itself: its sums, voters against the roll, ballots against voters, signatures.
 * `scheme` is the station's registration in the polling scheme. The order is stable: worst first.
 */
export function checkCount(form: Form45, scheme: Voters, rule: CountRule): Finding[] {
  const { candidates, validTotal, excluded, polled, registered, agents } = form
  const found: Finding[] = []
  const differs = (code: 'polled-sum' | 'registered-sum', sum: number, stated: number): void => {
    if (sum !== stated) found.push(finding(code, { sum, stated }))
  }
  const row = candidates.find((each) => rowTotal(each, rule) !== each.total)
  if (row) found.push(finding('row-total', { serial: row.serial, sum: rowTotal(row, rule), total: row.total }))
  const sum = candidates.reduce((votes, { total }) => votes + total, 0)
  if (sum !== validTotal) found.push(finding('sum-of-candidates', { sum, stated: validTotal }))
  differs('polled-sum', polled.male + polled.female + polled.other, polled.total)
  differs('registered-sum', registered.male + registered.female, registered.total)

  const ballots = validTotal + excluded
  const voters = { registered: registered.total }
  if (polled.total > registered.total)
    found.push(finding('polled-above-registered', { ...voters, polled: polled.total }))
  if (ballots > registered.total) found.push(finding('ballots-above-registered', { ...voters, ballots }))
  if (registered.total !== scheme.total)
    found.push(finding('registered-differs', { stated: registered.total, scheme: scheme.total }))
  if (polled.total <= registered.total && polled.total * 100 > registered.total * highTurnoutPercent)
    found.push(finding('turnout-above-90', { ...voters, polled: polled.total }))
  if (polled.female === 0 && polled.total > 0 && registered.female > 0)
    found.push(finding('no-woman-polled', { registered: registered.female }))
  if (ballots > polled.total) found.push(finding('more-ballots-than-voters', { ballots, polled: polled.total }))
  if (ballots < polled.total) found.push(finding('fewer-ballots-than-voters', { ballots, polled: polled.total }))
  if (agents.present > 0 && agents.signed === 0) found.push(finding('no-agent-signed', { present: agents.present }))
  return found
}

function rowTotal(row: Form45['candidates'][number], rule: CountRule): number {
  return row.valid + (rule.tendered ? row.tendered : 0) + (rule.challenged ? row.challenged : 0)
}

/** The checks that a Form-46 allows by itself: every ballot paper received is accounted for. */
export function checkAccount(form: Form46): Finding[] {
  const { received, unissued, outOfBox, tendered, spoilt, missing } = form
  const found: Finding[] = []
  const sum = outOfBox + spoilt + unissued + tendered + missing
  if (sum !== received) found.push(finding('ballot-account', { sum, received }))
  if (missing > 0) found.push(finding('ballots-missing', { missing }))
  return found
}

type CountFigures = { validTotal: number; excluded: number; polled: { total: number } }
type AccountFigures = { received: number; unissued: number; outOfBox: number; missing: number }

/** The checks that need both forms of a station; made whenever either of them arrives or is corrected. */
export function checkTogether(count: Readonly<CountFigures>, account: Readonly<AccountFigures>): Finding[] {
  const found: Finding[] = []
  const ballots = count.validTotal + count.excluded
  if (ballots !== account.outOfBox) found.push(finding('box-differs', { count: ballots, box: account.outOfBox }))
  const issued = account.received - account.unissued - account.missing
  if (issued !== count.polled.total) found.push(finding('issued-differs', { issued, polled: count.polled.total }))
  return found
}

/** The first finding that refuses a bundle not marked `asOnPaper`; undefined where none does. */
export function firstBlocking(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ level }) => level === 'block')
}
