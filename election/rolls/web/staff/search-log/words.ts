import { catalogue } from '@intikhab/kernel/language'

/** Texts of the log of searches. */
export const words = catalogue({
  title: { en: 'Log of searches', ur: 'تلاش کا ریکارڈ' },
  task: {
    en: 'Who was shown which voters of a district, and when.',
    ur: 'کسی ضلعے کے کون سے ووٹر کس کو اور کب دکھائے گئے۔',
  },
  lead: {
    en: 'Every search, every voter’s page and every list that an officer opened: when, by whom, what was asked, how many were shown. CNICs are masked; a voter’s page is found again by the name that the house gives to the voter.',
    ur: 'ہر تلاش، ووٹر کا ہر صفحہ اور ہر فہرست جو کسی افسر نے کھولی: کب، کس نے، کیا پوچھا، کتنے دکھائے گئے۔ شناختی کارڈ نمبر پورے نہیں ہوتے؛ ووٹر کا صفحہ اس نام سے دوبارہ ملتا ہے جو نظام ووٹر کو دیتا ہے۔',
  },
  from: { en: 'First day', ur: 'پہلا دن' },
  until: { en: 'Last day', ur: 'آخری دن' },
  download: { en: 'Download the log (CSV)', ur: 'ریکارڈ ڈاؤن لوڈ کریں (سی ایس وی)' },
  wrongDays: {
    en: 'The first day must not lie after the last one, nor the last one after today.',
    ur: 'پہلا دن آخری دن کے بعد، اور آخری دن آج کے بعد نہیں ہو سکتا۔',
  },
})
