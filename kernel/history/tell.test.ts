import { expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import type { ActSentences, LedgerAct } from '@intikhab/kernel/ledger'
import { findTelling, tellAct, tellActor, tellSubject } from './tell.ts'
import { historyWords } from './words.ts'

const formActs = {
  'form-corrected': {
    en: '{who} corrected Form-{form} of {subject}; {fields, plural, one {one field} other {# fields}}.',
    ur: '{who} نے {subject} کے فارم {form} کی تصحیح کی؛ {fields, plural, one {ایک خانہ} other {# خانے}}۔',
    values: ({ changed }) => ({ fields: (changed as string[]).length }),
  },
} as const satisfies ActSentences
const sentences = { results: formActs }

const act: LedgerAct = {
  system: 'results',
  act: 'form-corrected',
  subject: 'demonstration/NA-46/17',
  actor: { kind: 'account', id: 'a1', role: 'returning-officer', office: 'constituency/NA-46', device: 'browser-1' },
  madeAt: '2026-02-08T17:31:00.000Z',
  arrivedAt: '2026-02-08T17:31:00.000Z',
  detail: { form: 45, changed: ['valid', 'rejected'] },
}
/** Urdu sentences keep Latin names together by marks that nobody sees. */
const visible = (text: string | undefined) => text?.replaceAll(/[\u2068\u2069]/g, '')

test('the words of the history are there in both languages', () => {
  expect(catalogueProblems(historyWords)).toEqual([])
})

test('an act is one plain sentence that names the office, the place and what the detail says', () => {
  const told = findTelling(act, sentences)
  expect(told?.en).toBe(
    'Returning Officer of NA-46 corrected Form-45 of polling station 17 of NA-46 (demonstration); 2 fields.',
  )
  expect(visible(told?.ur)).toBe(
    'ریٹرننگ افسر (برائے NA-46) نے حلقہ NA-46 کے پولنگ اسٹیشن 17 (demonstration) کے فارم 45 کی تصحیح کی؛ 2 خانے۔',
  )
})

test('an entry that says less than its sentence wants, and one of an unknown kind, are still named', () => {
  const older = { ...act, detail: { changed: [] } }
  expect(findTelling(older, sentences)).toBeUndefined()
  expect(tellAct(older, sentences).en).toContain('act “form-corrected” of “results”')
  expect(findTelling({ ...act, act: 'constructor' }, sentences)).toBeUndefined()
  expect(tellAct({ ...act, detail: {} }, {}).en).toContain('polling station 17 of NA-46')
})

test('devices and the system have no office, a national office has no place', () => {
  expect(tellActor({ kind: 'device', id: 'key-1' }).en).toBe('Device key-1')
  expect(tellActor({ kind: 'system', id: 'publisher' }).en).toBe('The system (publisher)')
  expect(tellActor({ kind: 'account', id: 'a9' }).en).toBe('Account a9')
  expect(tellActor({ kind: 'account', id: 'a9', role: 'secretariat', office: 'national' }).en).toBe(
    'Election Commission Secretariat',
  )
})

test('a subject that is no seat and no station stands as the ledger has it', () => {
  expect(tellSubject('results-demonstration/46')).toEqual({
    en: 'results-demonstration/46',
    ur: 'results-demonstration/46',
  })
  expect(tellSubject('demonstration/NA-46/17/45/2').en).toBe('demonstration/NA-46/17/45/2')
  expect(tellSubject('demonstration/NA-46/17/form-45').en).toBe(
    'Form-45 of polling station 17 of NA-46 (demonstration)',
  )
  expect(tellSubject('demonstration/NA-46/form-47').en).toBe('Form-47 of NA-46 (demonstration)')
  expect(tellSubject('demonstration/NA-46').en).toBe('NA-46 (demonstration)')
})
