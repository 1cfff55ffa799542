import { refusals } from '@intikhab/kernel/refusal'

/** What searching the register and deciding on suspicions refuse. */
export const qualityRefusals = refusals('rolls', {
  'not-a-cnic': {
    status: 422,
    en: 'A CNIC has thirteen digits.',
    ur: 'شناختی کارڈ نمبر میں تیرہ ہندسے ہوتے ہیں۔',
  },
  'unknown-suspicion': {
    status: 404,
    en: 'There is no such suspicion in this district.',
    ur: 'اس ضلع میں ایسا کوئی شبہ موجود نہیں۔',
  },
  'suspicion-decided': {
    status: 409,
    en: 'This suspicion is decided already.',
    ur: 'اس شبہے کا فیصلہ پہلے ہی ہو چکا ہے۔',
  },
  'suspicion-not-decided': {
    status: 409,
    en: 'This suspicion is not decided: there is nothing to reopen.',
    ur: 'اس شبہے کا فیصلہ نہیں ہوا: دوبارہ کھولنے کو کچھ نہیں۔',
  },
  'suspicion-under-objection': {
    status: 409,
    en: 'An objection that was opened upon this suspicion is still under way: decide it first, or have it withdrawn.',
    ur: 'اس شبہے پر کھولا گیا اعتراض ابھی زیرِ کار ہے: پہلے اس کا فیصلہ کریں یا اسے واپس لیں۔',
  },
  'suspicion-other-voter': {
    status: 422,
    en: 'The voter does not belong to this suspicion, or is not on the roll of this district.',
    ur: 'یہ ووٹر اس شبہے سے متعلق نہیں، یا اس ضلع کی فہرست میں نہیں۔',
  },
  'quality-running': {
    status: 409,
    en: 'The register is being looked through already.',
    ur: 'رجسٹر کی جانچ پہلے ہی جاری ہے۔',
  },
})
