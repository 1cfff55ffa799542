import type { ActSentences } from '@intikhab/kernel/ledger'

const purposes = {
  ledger: { en: 'the ledger', ur: 'اندراجی کھاتے' },
  editions: { en: 'the editions', ur: 'اشاعتوں' },
} as const

const purposeOf = (detail: Readonly<Record<string, unknown>>) => ({
  purpose: purposes[detail['of'] === 'ledger' ? 'ledger' : 'editions'],
})

/** The ends of keys in the ledger, each as a person reads it. */
export const keyActs = {
  'key-rotated': {
    en: '{who} replaced the key of {purpose} as planned: {ended} gave way to {begun}.',
    ur: '{who} نے {purpose} کی کلید معمول کے مطابق بدلی: {ended} کی جگہ {begun}۔',
    values: purposeOf,
  },
  'key-retired': {
    en: '{who} withdrew the key of {purpose} {ended} because it was {why, select, stolen {stolen} other {lost}}; {begun} took its place.',
    ur: '{who} نے {purpose} کی کلید {ended} واپس لے لی کیونکہ وہ {why, select, stolen {چوری} other {گم}} ہو گئی تھی؛ اب {begun} اس کی جگہ ہے۔',
    values: purposeOf,
  },
} as const satisfies ActSentences
