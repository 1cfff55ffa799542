import { refusals } from '@intikhab/kernel/refusal'

export const nominationRefusals = refusals('nominations', {
  'unknown-election': {
    status: 404,
    en: 'There is no election with this name.',
    ur: 'اس نام کا کوئی انتخاب موجود نہیں۔',
  },
  'file-refused': {
    status: 422,
    en: 'The file of candidates has problems; nothing was imported.',
    ur: 'امیدواروں کی فائل میں خرابیاں ہیں؛ کچھ درج نہیں ہوا۔',
  },
  'already-listed': {
    status: 409,
    en: 'The election already has its list of seats and candidates.',
    ur: 'اس انتخاب کے حلقوں اور امیدواروں کی فہرست پہلے سے موجود ہے۔',
  },
})
