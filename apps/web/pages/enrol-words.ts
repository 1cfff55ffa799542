import { catalogue } from '@intikhab/kernel/language'

/** Texts of the page on which a device enrols itself. */
export const enrolWords = catalogue({
  title: { en: 'Enrol this device', ur: 'اس آلے کا اندراج' },
  lead: {
    en: 'For presiding officers and returning offices. Scan the QR code that your officer gave you with the camera of this phone, or type its code here.',
    ur: 'پریزائیڈنگ افسران اور ریٹرننگ دفاتر کے لیے۔ اپنے افسر کا دیا ہوا کیو آر کوڈ اس فون کے کیمرے سے اسکین کریں، یا اس کا کوڈ یہاں لکھیں۔',
  },
  needsScript: {
    en: 'This page makes a key inside your device and needs JavaScript. Turn it on in your browser’s settings and open the page again.',
    ur: 'یہ صفحہ آپ کے آلے کے اندر ایک کلید بناتا ہے، اس کے لیے جاوا اسکرپٹ درکار ہے۔ براؤزر کی ترتیبات میں اسے چالو کر کے صفحہ دوبارہ کھولیں۔',
  },
  code: { en: 'Enrolment code', ur: 'اندراج کا کوڈ' },
  codeHint: {
    en: 'Sixteen letters and digits, as on your sheet. It is good once, within 24 hours.',
    ur: 'سولہ حروف اور ہندسے، جیسے کاغذ پر درج ہیں۔ یہ 24 گھنٹے میں صرف ایک بار کارآمد ہے۔',
  },
  next: { en: 'Continue', ur: 'آگے بڑھیں' },
  checkTitle: { en: 'Is this your device and your place?', ur: 'کیا یہ آپ ہی کا آلہ اور آپ ہی کی جگہ ہے؟' },
  device: { en: 'Device', ur: 'آلہ' },
  place: { en: 'Place', ur: 'جگہ' },
  station: { en: 'Polling station', ur: 'پولنگ اسٹیشن' },
  office: { en: 'Office', ur: 'دفتر' },
  nation: { en: 'Whole country', ur: 'پورا ملک' },
  election: { en: 'Election', ur: 'انتخاب' },
  ifNot: {
    en: 'If not, go no further and tell your officer.',
    ur: 'اگر نہیں تو آگے نہ بڑھیں اور اپنے افسر کو بتائیں۔',
  },
  enrol: { en: 'Enrol this device', ur: 'اس آلے کا اندراج کریں' },
  busy: { en: 'One moment…', ur: 'ایک لمحہ…' },
  done: { en: 'This device is enrolled', ur: 'اس آلے کا اندراج ہو گیا' },
  compare: {
    en: 'Read these letters and digits to your officer, who sees the same. If they differ, the device is not yours: have it revoked.',
    ur: 'یہ حروف اور ہندسے اپنے افسر کو پڑھ کر سنائیں، ان کے سامنے بھی یہی درج ہیں۔ اگر فرق ہو تو یہ آلہ آپ کا نہیں: اسے منسوخ کرائیں۔',
  },
  fingerprint: { en: 'Fingerprint of the device', ur: 'آلے کا نشان' },
  keep: {
    en: 'The key lies in this browser and cannot be copied out. Do not clear the browser’s data before the election is over. If the device is lost, tell your officer at once: it is revoked and another one is enrolled.',
    ur: 'کلید اسی براؤزر میں ہے اور اس کی نقل نہیں نکالی جا سکتی۔ انتخاب ختم ہونے تک براؤزر کا ڈیٹا صاف نہ کریں۔ آلہ گم ہو جائے تو فوراً اپنے افسر کو بتائیں: اسے منسوخ کر کے دوسرا آلہ درج کیا جائے گا۔',
  },
  tooOld: { en: 'This browser cannot keep such a key', ur: 'یہ براؤزر ایسی کلید نہیں رکھ سکتا' },
  tooOldWhy: {
    en: 'Update the browser (Chrome 137, Firefox 129 or Safari 17, or newer), leave private mode, and open the page by its https address.',
    ur: 'براؤزر کو نیا کریں (Chrome 137، Firefox 129، Safari 17 یا اس کے بعد کا)، نجی موڈ سے نکلیں، اور صفحہ اس کے https پتے سے کھولیں۔',
  },
  here: { en: 'Already enrolled in this browser', ur: 'اس براؤزر میں پہلے سے درج' },
  hereWhy: {
    en: 'Another enrolment makes another key beside these; none of them is replaced.',
    ur: 'نیا اندراج ان کے ساتھ ایک اور کلید بناتا ہے؛ ان میں سے کوئی نہیں بدلتی۔',
  },
  good: { en: 'good', ur: 'کارآمد' },
  revoked: { en: 'revoked', ur: 'منسوخ' },
  over: { en: 'election over', ur: 'انتخاب ختم' },
  unchecked: { en: 'not checked', ur: 'جانچ نہیں ہوئی' },
  unreachable: {
    en: 'The server cannot be reached. Nothing is lost: try again when there is a network.',
    ur: 'سرور سے رابطہ نہیں ہو سکا۔ کچھ ضائع نہیں ہوا: نیٹ ورک آنے پر دوبارہ کوشش کریں۔',
  },
})
