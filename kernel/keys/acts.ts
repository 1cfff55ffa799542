import type { ActSentences, LedgerAct } from '@intikhab/kernel/ledger'

const purposes = {
  ledger: { en: 'the ledger', ur: 'اندراجی کھاتے' },
  editions: { en: 'the editions', ur: 'اشاعتوں' },
} as const

const short = (fingerprint: unknown) => (typeof fingerprint === 'string' ? `${fingerprint.slice(0, 16)}…` : '')

const valuesOf = ({ of, ended, begun }: LedgerAct['detail']) => ({
  purpose: purposes[of === 'ledger' ? 'ledger' : 'editions'],
  ended: short(ended),
  begun: short(begun),
})

/** The ends of keys in the ledger, each as a person reads it. */
export const keyActs = {
  'key-rotated': {
    en: '{who} replaced the key of {purpose} as planned: {ended} gave way to {begun}.',
    ur: '{who} نے {purpose} کی کلید معمول کے مطابق بدلی: {ended} کی جگہ {begun}۔',
    values: valuesOf,
  },
  'key-retired': {
    en: '{who} withdrew the key of {purpose} {ended} because it was {why, select, stolen {stolen} other {lost}}; {begun} took its place.',
    ur: '{who} نے {purpose} کی کلید {ended} واپس لے لی کیونکہ وہ {why, select, stolen {چوری} other {گم}} ہو گئی تھی؛ اب {begun} اس کی جگہ ہے۔',
    values: valuesOf,
  },
} as const satisfies ActSentences
