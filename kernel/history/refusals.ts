import { refusals } from '@intikhab/kernel/refusal'

/** What may be wrong with asking for the history of a record. */
export const historyRefusals = refusals('history', {
  'out-of-reach': {
    status: 403,
    en: 'This seat lies outside your office; you can read the history of what lies within it.',
    ur: 'یہ حلقہ آپ کے عہدے کی حدود سے باہر ہے؛ آپ صرف اپنی حدود کے اندر کا تاریخچہ دیکھ سکتے ہیں۔',
  },
})
