import { catalogue } from '@intikhab/kernel/language'

/** Texts of the page around the answer; the answer itself speaks with `enquiryWords`. */
export const words = catalogue({
  title: { en: 'Where do I vote?', ur: 'میرا ووٹ کہاں ہے؟' },
  lead: {
    en: 'Enter the number of your identity card. You learn your census block, your serial number on the roll, your household number and your polling station.',
    ur: 'اپنا شناختی کارڈ نمبر درج کریں۔ آپ کو شماریاتی بلاک، فہرست میں سلسلہ نمبر، گھرانہ نمبر اور پولنگ اسٹیشن معلوم ہو جائے گا۔',
  },
  cnic: { en: 'CNIC number', ur: 'شناختی کارڈ نمبر' },
  cnicHint: {
    en: '13 digits, with or without dashes: 12345-1234567-1',
    ur: '13 ہندسے، ڈیش کے ساتھ یا بغیر: \u206612345-1234567-1\u2069',
  },
  find: { en: 'Find my polling station', ur: 'میرا پولنگ اسٹیشن بتائیں' },
  privacy: {
    en: 'No name and no address is ever shown. The number is not stored, and does not appear in the address of this page.',
    ur: 'نام یا پتا کبھی نہیں دکھایا جاتا۔ نمبر محفوظ نہیں کیا جاتا اور نہ اس صفحے کے پتے میں آتا ہے۔',
  },
  claim: {
    en: 'Missing, wrong, or at another address? Say it here',
    ur: 'نام نہیں، غلط ہے، یا پتا دوسرا ہے؟ یہاں بتائیں',
  },
  another: { en: 'Ask about another number', ur: 'کسی اور نمبر کے بارے میں پوچھیں' },
  youVoteAt: { en: 'You vote at', ur: 'آپ کا پولنگ اسٹیشن' },
  notYet: { en: 'Registered; polling station not announced yet', ur: 'اندراج موجود ہے؛ پولنگ اسٹیشن کا اعلان باقی ہے' },
  overseas: { en: 'Registered as voting from abroad', ur: 'بیرونِ ملک سے ووٹ دینے والوں میں درج' },
  blocked: { en: 'This CNIC is blocked or cancelled', ur: 'یہ شناختی کارڈ بلاک یا منسوخ ہے' },
  deceased: { en: 'This entry needs to be looked at', ur: 'یہ اندراج توجہ چاہتا ہے' },
  notRegistered: { en: 'This CNIC is not on the electoral roll', ur: 'یہ شناختی کارڈ انتخابی فہرست میں نہیں' },
  seat: { en: 'Seat', ur: 'حلقہ' },
  station: { en: 'Polling station', ur: 'پولنگ اسٹیشن' },
  number: { en: 'No. {number}', ur: 'نمبر {number}' },
  block: { en: 'Census block', ur: 'شماریاتی بلاک' },
  area: { en: 'Electoral area', ur: 'انتخابی علاقہ' },
  serial: { en: 'Serial (silsila) number', ur: 'سلسلہ نمبر' },
  household: { en: 'Household (gharana) number', ur: 'گھرانہ نمبر' },
  map: { en: 'Show on a map', ur: 'نقشے پر دیکھیں' },
  male: { en: 'for men', ur: 'مردانہ' },
  female: { en: 'for women', ur: 'زنانہ' },
  combined: { en: 'for men and women', ur: 'مشترکہ' },
  asOf: {
    en: 'From look-up edition {number, number} of {at}.',
    ur: 'تلاش کی اشاعت {number, number}، {at} کے مطابق۔',
  },
  tomorrow: {
    en: 'Print this page or write the three numbers down: they speed up the queue.',
    ur: 'یہ صفحہ پرنٹ کر لیں یا تینوں نمبر لکھ لیں: قطار جلد چلے گی۔',
  },
})
