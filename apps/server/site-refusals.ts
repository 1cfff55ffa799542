import { refusals } from '@intikhab/kernel/refusal'

/** Refusals of the site as a whole. */
export const siteRefusals = refusals('site', {
  'unknown-election': {
    status: 404,
    en: 'There is no election with this name.',
    ur: 'اس نام کا کوئی انتخاب موجود نہیں۔',
  },
  'not-ready': {
    status: 409,
    en: 'The election cannot take forms yet: it needs its candidates and a final polling scheme.',
    ur: 'ابھی اس انتخاب کے فارم وصول نہیں ہو سکتے: امیدواروں کی فہرست اور حتمی پولنگ اسکیم درکار ہیں۔',
  },
  'nothing-changed': {
    status: 409,
    en: 'Nothing has changed since edition {number, number}; there is nothing to publish.',
    ur: 'اشاعت {number, number} کے بعد کچھ نہیں بدلا؛ شائع کرنے کو کچھ نہیں۔',
  },
})
