import { expect, test } from 'vitest'
import { findTelling } from '@intikhab/kernel/history'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { resultsActs, type ResultsActName } from './acts.ts'

const officer = { kind: 'account', id: 'a1', role: 'returning-officer', office: 'constituency/NA-46' } as const

function told(act: ResultsActName, subject: string, detail: LedgerAct['detail'], actor: LedgerAct['actor'] = officer) {
  const at = '2026-02-08T17:31:00.000Z'
  const entry = { system: 'results', act, subject, actor, madeAt: at, arrivedAt: at, detail }
  return findTelling(entry, { results: resultsActs })?.en
}

const form = 'demonstration/NA-46/17/form-45'
const named = 'Form-45 of polling station 17 of NA-46 (demonstration)'

test.each<[ResultsActName, string, LedgerAct['detail'], string]>([
  [
    'form-corrected',
    form,
    { version: 2, cause: 'excluded-ballots-examined' },
    `Returning Officer of NA-46 corrected ${named} to version 2, because of excluded ballots that were examined.`,
  ],
  [
    'set-aside-decided',
    form,
    { bundleId: 'b', decision: 'leave', version: null },
    `Returning Officer of NA-46 decided on ${named}, which had been set aside: it stays out of the count.`,
  ],
  [
    'postal-row-recorded',
    'demonstration/NA-46',
    { version: 1, votes: [3, 4], excluded: 2, issued: 12, receivedInTime: 9 },
    'Returning Officer of NA-46 recorded the postal ballots of NA-46 (demonstration) (version 1): 9 came in time, 2 were excluded.',
  ],
  [
    'document-made',
    'demonstration/NA-46/form-47',
    { version: 1, sha256: 'ab' },
    'Returning Officer of NA-46 made Form-47 of NA-46 (demonstration), version 1.',
  ],
  [
    'recount-ordered',
    'demonstration/NA-46',
    { number: 1, basis: 'request', figures: {} },
    'Returning Officer of NA-46 ordered recount number 1 in NA-46 (demonstration), asked for by a candidate.',
  ],
])('%s is told plainly', (act, subject, detail, sentence) => {
  expect(told(act, subject, detail)).toBe(sentence)
})

test('a form that was set aside says why, in the words of its refusal', () => {
  const device = { kind: 'device', id: 'key-1', office: 'station/NA-46/17' } as const
  expect(told('form-set-aside', form, { bundleId: 'b', code: 'results.received-different' }, device)).toBe(
    `${named} came in, signed by Device key-1, and was set aside: Another form of this station is already in. This one is kept for the returning officer and is not counted.`,
  )
})
