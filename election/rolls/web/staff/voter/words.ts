import { catalogue } from '@intikhab/kernel/language'

/** Texts of a voter's page. */
export const words = catalogue({
  voter: { en: 'Voter', ur: 'ووٹر' },
  backToSearch: { en: 'Search the register', ur: 'رجسٹر میں تلاش' },
  cnic: { en: 'CNIC', ur: 'شناختی کارڈ نمبر' },
  area: { en: 'Electoral area', ur: 'انتخابی علاقہ' },
  entry: { en: 'Entry in the roll', ur: 'فہرست میں اندراج' },
  noEntry: { en: 'not on the roll', ur: 'فہرست میں درج نہیں' },
  person: { en: 'The person', ur: 'شخص' },
  none: { en: 'none', ur: 'کوئی نہیں' },
  history: { en: 'What was done', ur: 'کیا کچھ ہوا' },
  noHistory: {
    en: 'Nothing since the entry came into the register with the initial load.',
    ur: 'ابتدائی اندراج کے بعد سے کوئی تبدیلی نہیں ہوئی۔',
  },
  form: { en: 'Form-{form}', ur: 'فارم {form}' },
  registry: { en: 'civil registry', ur: 'شہری رجسٹری' },
  by: { en: 'By', ur: 'از' },
  cause: { en: 'Led to by', ur: 'بنیاد' },
  inBlock: {
    en: 'block {block}, serial {serial}, household {household}',
    ur: 'بلاک {block}، سلسلہ نمبر {serial}، گھرانہ نمبر {household}',
  },
})
