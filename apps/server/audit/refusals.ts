import { refusals } from '@intikhab/kernel/refusal'

/** What may be wrong with asking for an audit. */
export const auditRefusals = refusals('audit', {
  running: {
    status: 409,
    en: 'An audit is running already; its report will be here when it ends.',
    ur: 'ایک آڈٹ پہلے سے جاری ہے؛ مکمل ہونے پر اس کی رپورٹ یہیں ملے گی۔',
  },
  'no-report': {
    status: 404,
    en: 'There is no such audit report.',
    ur: 'ایسی کوئی آڈٹ رپورٹ موجود نہیں۔',
  },
})
