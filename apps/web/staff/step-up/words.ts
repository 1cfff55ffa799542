import { catalogue } from '@intikhab/kernel/language'

/** Texts of showing the second factor again. */
export const words = catalogue({
  title: { en: 'Show that it is you', ur: 'تصدیق کریں کہ یہ آپ ہیں' },
  lead: {
    en: 'This act wants your second factor again. What you entered stays as it is.',
    ur: 'اس کام کے لیے آپ کی دوبارہ تصدیق درکار ہے۔ آپ کا اندراج جوں کا توں رہے گا۔',
  },
  withPasskey: { en: 'Use a passkey', ur: 'پاس کی استعمال کریں' },
  code: { en: 'One-time code', ur: 'یک بارہ کوڈ' },
  codeHint: {
    en: 'Six digits of your authenticator app, not used before.',
    ur: 'آپ کی تصدیقی ایپ کے چھ ہندسے، جو پہلے استعمال نہ ہوئے ہوں۔',
  },
  goOn: { en: 'Confirm', ur: 'تصدیق کریں' },
  cancel: { en: 'Cancel', ur: 'منسوخ کریں' },
})
