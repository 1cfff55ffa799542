import type { ActSentences } from '@intikhab/kernel/ledger'

/** What the auditor's desk enters in the ledger. */
export const auditActs = {
  'report-made': {
    en: '{who} had the ledger audited up to {size, number} entries: {findings, plural, =0 {nothing was found} one {one finding} other {# findings}}.',
    ur: '{who} نے {size, number} اندراجات تک کھاتے کا آڈٹ کرایا: {findings, plural, =0 {کوئی خرابی نہیں ملی} one {ایک نتیجہ} other {# نتائج}}۔',
  },
} as const satisfies ActSentences
