import { languages } from '@intikhab/kernel/language'
import { getRulePack, parseRulePackId } from '@intikhab/law'
import { expect, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import { claimOf, type LodgedClaim } from '../../core/claims/claim.ts'
import type { Docket } from '../../core/claims/docket.ts'
import { blankForm, hearingList, receipt } from './claim-papers.ts'
import { doorSheet } from './door-paper.ts'
import { paperDocument, type Paper } from './paper.ts'

const pack = getRulePack(parseRulePackId('elections-act-2017@2023-08') as never)
const at = new Date('2026-11-22T09:00:00Z')

/** Every word of a paper, as the layout is given it. */
const wordsOf = (paper: Paper | undefined) => JSON.stringify(paper)

test('each of the six forms is a PDF/A in both languages, and no other number is a form', async () => {
  for (const language of languages)
    for (const form of ['15', '16', '17', '21', '22', '23']) {
      const paper = blankForm(pack, form, language)
      expect(paper?.title).toContain(form)
      const bytes = (await paperDocument(paper as Paper, at)).toString('latin1')
      expect(bytes.slice(0, 5)).toBe('%PDF-')
      expect(bytes).toMatch(/pdfaid:part>2</)
    }
  expect(blankForm(pack, '45', 'en')).toBeUndefined()
})

test('the receipt has docket, PIN and a QR code to the page where the claim is followed, and says nothing of the roll', async () => {
  const claim = {
    docket: 'ISL-2026-000123' as Docket,
    state: 'lodged',
    form: '23',
    lodgedAt: at.toISOString(),
    content: { purpose: 'correction', corrections: { nameEn: 'Kashif Khan' }, statement: '' },
  } as const
  const clock = { dueOn: null, isFrozen: true, mayBeLater: false }
  const address = 'https://rolls.example/ur/claims#ISL-2026-000123'
  const about = { language: 'ur', district: 'اسلام آباد', pin: '2ABC9XYZ', address, clock } as const
  const paper = receipt(claim, about)
  const said = wordsOf(paper)
  for (const one of ['ISL-2026-000123', '2ABC-9XYZ', address, 'منجمد']) expect(said).toContain(one)
  expect(said).toContain('نتائج کے بعد')
  expect(said).not.toContain('Kashif Khan')
  expect((await paperDocument(paper, at)).length).toBeGreaterThan(10_000)
})

test('a sheet for the door has a line and its boxes for everybody, and says what the card says beside the roll', async () => {
  const text = (is: string) => ({ en: is, ur: is })
  const moved = {
    reason: text('کارڈ پر کسی اور علاقے کا پتا ہے۔'),
    hasCard: true,
    differences: [{ field: 'permanent', roll: text('مکان 12، گلی 4'), card: text('مکان 9') }],
  } as const
  const lines = Array.from({ length: 60 }, (_, n) => ({
    line: n + 1,
    nameUr: 'محمد عبدالرحمٰن صدیقی قادری نقشبندی مجددی',
    relation: 'son' as const,
    relationNameUr: 'حاجی غلام مصطفیٰ خان',
    addressUr: 'مکان 12، گلی 4، محلہ اسلام پورہ، نزد جامع مسجد غوثیہ، نور ٹاؤن، تحصیل و ضلع',
    why: n % 2 === 0 ? ('registry' as const) : ('to-verify' as const),
    news: n % 2 === 0 ? moved : null,
  }))
  const about = { id: 7, block: '901010101', area: 'نور ٹاؤن', district: 'اسلام آباد', language: 'ur' } as const
  const paper = doorSheet(lines, about)
  // Whoever has no card to compare has one box less.
  expect(wordsOf(paper).match(/☐/g)).toHaveLength(30 * 5 + 30 * 4)
  expect(wordsOf(paper)).toContain('مستقل پتا فہرست میں: مکان 12، گلی 4\\nکارڈ پر: مکان 9')
  expect((await paperDocument(paper, at)).toString('latin1').slice(0, 5)).toBe('%PDF-')
})

test('a day without hearings has a list that says so', () => {
  const about = { day: '2026-11-22', district: 'Islamabad', period: 'all-year', language: 'en' } as const
  expect(wordsOf(hearingList([], about))).toContain('No hearing is set for this day.')
})

test('the hearing list names the person objected to by line, and the day of the clock', async () => {
  const content = {
    purpose: 'objection',
    ground: 'dead',
    block: '901010101' as BlockCode,
    gender: 'male',
    serial: 12,
    name: '',
    statement: '',
  } as const
  const lodged: LodgedClaim = {
    docket: 'ISL-2026-000123' as Docket,
    district: 'islamabad',
    period: 'all-year',
    form: '22',
    source: 'web',
    lodgedAt: at,
    claimant: null,
    concerned: null,
    content,
    dueOn: '2026-12-07',
  }
  const clock = { dueOn: '2026-12-11', isFrozen: false, isOverdue: false }
  const hearings = [
    { claim: claimOf(lodged, []), clock, concerned: 'محمد عبدالرحمٰن صدیقی قادری نقشبندی مجددی' },
    { claim: claimOf(lodged, []), clock: { ...clock, dueOn: null }, concerned: null },
  ]
  for (const language of languages) {
    const paper = hearingList(hearings, { day: '2026-11-22', district: 'Islamabad', period: 'all-year', language })
    expect(wordsOf(paper)).toMatch(/محمد عبدالرحمٰن صدیقی قادری نقشبندی مجددی · [^"]*12/)
    expect((await paperDocument(paper, at)).length).toBeGreaterThan(10_000)
  }
  const said = wordsOf(hearingList(hearings, { day: '2026-11-22', district: '', period: 'all-year', language: 'en' }))
  for (const one of ['serial 12, block 901010101', 'nobody stands there', '11 December 2026', 'After the results'])
    expect(said).toContain(one)
  expect(said).not.toContain('7 December 2026')
})
