import { refusals } from '@intikhab/kernel/refusal'

export const nominationRefusals = refusals('nominations', {
  'already-listed': {
    status: 409,
    en: 'The election already has its list of seats and candidates.',
    ur: 'اس انتخاب کے حلقوں اور امیدواروں کی فہرست پہلے سے موجود ہے۔',
  },
})
