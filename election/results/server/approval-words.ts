import { catalogue } from '@intikhab/kernel/language'

/** What an officer who is to approve reads. */
export const approvalWords = catalogue({
  correctionTitle: { en: 'Correct or confirm a form', ur: 'فارم کی تصحیح یا تصدیق' },
  corrects: {
    en: 'Form-{form} of station {station} is corrected: version {version, number} counts from then on, and the ones before stay.',
    ur: 'اسٹیشن {station} کے فارم {form} کی تصحیح ہوگی: آئندہ نسخہ {version, number} شمار ہوگا اور پہلے نسخے محفوظ رہیں گے۔',
  },
  confirms: {
    en: 'Form-{form} of station {station} is confirmed as it stands: version {version, number} has the same figures and no longer holds up consolidation.',
    ur: 'اسٹیشن {station} کے فارم {form} کی جوں کی توں تصدیق ہوگی: نسخہ {version, number} کے اعداد وہی رہیں گے اور وہ یکجائی میں رکاوٹ نہیں رہے گا۔',
  },
  decisionTitle: { en: 'Decide on a form that was set aside', ur: 'الگ رکھے گئے فارم کا فیصلہ' },
  counts: {
    en: 'The Form-{form} of station {station} that was set aside becomes its version {version, number} and counts.',
    ur: 'اسٹیشن {station} کا الگ رکھا گیا فارم {form} اس کا نسخہ {version, number} بن کر شمار ہوگا۔',
  },
  leaves: {
    en: 'The Form-{form} of station {station} that was set aside stays uncounted for good. No figure changes.',
    ur: 'اسٹیشن {station} کا الگ رکھا گیا فارم {form} ہمیشہ کے لیے شمار سے باہر رہے گا۔ کوئی عدد نہیں بدلے گا۔',
  },
  recountTitle: { en: 'Order a recount', ur: 'دوبارہ گنتی کا حکم' },
  officerOrders: {
    en: 'The returning officer recounts the ballots of {seat} on the request of {name}.',
    ur: 'ریٹرننگ افسر {name} کی درخواست پر {seat} کے بیلٹ دوبارہ گنے گا۔',
  },
  commissionOrders: {
    en: 'By order of the Commission the returning officer recounts the ballots of {seat} within {days, plural, one {# day} other {# days}}.',
    ur: 'کمیشن کے حکم سے ریٹرننگ افسر {days, plural, one {# دن} other {# دن}} کے اندر {seat} کے بیلٹ دوبارہ گنے گا۔',
  },
  margin: { en: 'Margin', ur: 'فرق' },
  ballots: { en: 'Ballots found, valid and excluded', ur: 'کل بیلٹ، درست اور خارج' },
  excluded: { en: 'Ballots excluded from the count', ur: 'گنتی سے خارج بیلٹ' },
  testMargin: {
    en: 'Margin below {percent} of the ballots and below {cap, number} votes',
    ur: 'فرق بیلٹوں کے {percent} سے کم اور {cap, number} ووٹ سے کم',
  },
  testExcluded: {
    en: 'Excluded ballots reach the margin',
    ur: 'خارج بیلٹ فرق کے برابر یا اس سے زیادہ',
  },
  requestReceived: { en: 'Written request received', ur: 'تحریری درخواست موصول ہوئی' },
})
