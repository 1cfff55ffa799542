import { catalogue } from '@intikhab/kernel/language'

/** Texts of the lists of an area as on a day, and of what changed in them. */
export const words = catalogue({
  title: { en: 'Additions and deletions', ur: 'اضافے اور اخراج' },
  task: {
    en: 'Who came onto the list of an electoral area, left it or was corrected in it; the list as on any day.',
    ur: 'کسی انتخابی علاقے کی فہرست میں کون شامل ہوا، کون خارج ہوا، کس کی تصحیح ہوئی؛ کسی بھی دن کی فہرست۔',
  },
  lead: {
    en: 'Each change stands with its form and the section of the law. CNICs are masked, and every reading is kept with the name of whoever made it.',
    ur: 'ہر تبدیلی اپنے فارم اور قانون کی دفعہ کے ساتھ ہے۔ شناختی کارڈ نمبر پورے نہیں دکھائے جاتے، اور ہر بار دیکھنا، دیکھنے والے کے نام کے ساتھ محفوظ ہوتا ہے۔',
  },
  block: { en: 'Census block code', ur: 'مردم شماری بلاک کوڈ' },
  from: { en: 'First day', ur: 'پہلا دن' },
  until: { en: 'Last day', ur: 'آخری دن' },
  show: { en: 'Show the changes', ur: 'تبدیلیاں دکھائیں' },
  changes: { en: 'Changes', ur: 'تبدیلیاں' },
  nothing: { en: 'Nothing changed in the list on these days.', ur: 'ان دنوں میں فہرست میں کوئی تبدیلی نہیں ہوئی۔' },
  change: { en: 'Change', ur: 'تبدیلی' },
  added: { en: 'added', ur: 'شامل' },
  left: { en: 'left', ur: 'خارج' },
  corrected: { en: 'corrected', ur: 'تصحیح' },
  on: { en: 'On', ur: 'تاریخ' },
  list: { en: 'List', ur: 'فہرست' },
  male: { en: 'men', ur: 'مرد' },
  female: { en: 'women', ur: 'خواتین' },
  other: { en: 'others', ur: 'دیگر' },
  serial: { en: 'Serial', ur: 'سلسلہ نمبر' },
  voter: { en: 'Voter', ur: 'ووٹر' },
  cnic: { en: 'CNIC', ur: 'شناختی کارڈ نمبر' },
  what: { en: 'What was done', ur: 'کیا ہوا' },
  ground: { en: 'Form and section', ur: 'فارم اور دفعہ' },
  form: { en: 'Form {form}', ur: 'فارم {form}' },
  changesTable: { en: 'The changes as CSV', ur: 'تبدیلیاں بطور سی ایس وی' },
  listOn: { en: 'The list as on {day} (CSV)', ur: '{day} کی فہرست (سی ایس وی)' },
})
