import { catalogueProblems, languages, type Language } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { enquiryStates, type EnquiryAnswer, type EnquiryState } from '../core/answer.ts'
import { enquiryRefusals } from '../core/refusals.ts'
import { EnquiryOutcome } from './index.ts'
import { words } from './words.ts'

const known: ReadonlySet<EnquiryState> = new Set(['found-assigned', 'found-unassigned', 'overseas'])

function answer(state: EnquiryState): EnquiryAnswer {
  const found = known.has(state)
  const station = {
    id: 'NA-46/17',
    number: 17,
    nameEn: 'Model School',
    nameUr: 'ماڈل اسکول',
    kind: 'female',
    longitude: null,
    latitude: null,
  } as const
  return {
    state,
    cnic: '99001-*****00-1',
    rollId: 'sample',
    registration: found
      ? { block: '187020304', areaEn: 'G-11', areaUr: 'جی 11', list: 'female', serial: 123, household: 45 }
      : null,
    seats: found
      ? [
          {
            code: 'NA-46',
            nameEn: 'Islamabad-I',
            nameUr: 'اسلام آباد 1',
            station: state === 'found-assigned' ? station : null,
          },
        ]
      : [],
    district:
      state === 'not-registered' ? null : { nameEn: 'Islamabad', nameUr: 'اسلام آباد', officePhone: '051-0000000' },
    frozenUnder: 's.39',
    helpline: '051-1111111',
    edition: { number: 3, madeAt: '2026-11-01T07:00:00.000Z' },
  }
}

const shown = (outcome: Outcome<EnquiryAnswer>, language: Language = 'en', typed = '') =>
  renderToStaticMarkup(createElement(EnquiryOutcome, { outcome, typed, language }))

test('the texts are whole in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
})

test('every state of the answer renders in both languages, tells the helpline and that the rolls are frozen', () => {
  for (const state of enquiryStates)
    for (const language of languages) {
      const html = shown(accept(answer(state)), language)
      expect(html).toContain('051-1111111')
      expect(html).toContain('s.39')
      expect(html).not.toMatch(/undefined|NaN/)
    }
})

test('who is assigned learns the station, block, serial and household, each said once', () => {
  const html = shown(accept(answer('found-assigned')))
  for (const each of ['Model School', '187020304', '>123<', '>45<']) expect(html.split(each)).toHaveLength(2)
  expect(html).toContain('Bring your original CNIC')
})

test('who is blocked or flagged learns where to go and nothing of the entry', () => {
  for (const state of ['blocked', 'deceased-flagged'] as const) {
    const html = shown(accept(answer(state)))
    expect(html).not.toContain('187020304')
    expect(html).toContain('District Election Commissioner Islamabad')
  }
})

test('a slip brings the form back with what was typed and what is wrong, tied to the field', () => {
  const html = shown(refuse(enquiryRefusals['cnic-wrong-length'], { field: '/cnic' }), 'en', '1234"5')
  expect(html).toContain('value="1234&quot;5"')
  expect(html).toContain('aria-describedby="cnic-hint cnic-problem"')
  expect(html).toContain('href="#cnic"')
})

test('a refusal that is not about the field stands above the form', () => {
  const html = shown(refuse(enquiryRefusals['too-many-requests']))
  expect(html).toContain('Too many questions')
  expect(html).not.toContain('aria-invalid')
})
