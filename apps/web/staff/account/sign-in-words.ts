import { catalogue } from '@intikhab/kernel/language'

/** Texts of the ways in. */
export const words = catalogue({
  passkeyLead: {
    en: 'With the fingerprint, face or PIN of your device. No name to type.',
    ur: 'اپنے آلے کے فنگر پرنٹ، چہرے یا پن سے۔ نام لکھنے کی ضرورت نہیں۔',
  },
  withPasskey: { en: 'Sign in with a passkey', ur: 'پاس کی سے سائن اِن کریں' },
  noPasskeysHere: {
    en: 'Passkeys work under the site’s own address only.',
    ur: 'پاس کی صرف سائٹ کے اپنے پتے پر کام کرتی ہے۔',
  },
  withDirectory: { en: 'Sign in with the directory of staff', ur: 'عملے کی ڈائریکٹری سے سائن اِن کریں' },
  otherWays: { en: 'Or with your password', ur: 'یا اپنے پاس ورڈ سے' },
  withPassword: { en: 'With your password', ur: 'اپنے پاس ورڈ سے' },
  lost: { en: 'I have lost my phone', ur: 'میرا فون کھو گیا ہے' },
  lostLead: {
    en: 'A recovery code takes the place of the app. It is good once and ends your other sessions.',
    ur: 'بحالی کوڈ ایپ کی جگہ کام کرتا ہے۔ یہ ایک بار کارآمد ہے اور آپ کے باقی سیشن ختم کر دیتا ہے۔',
  },
  recoveryCode: { en: 'Recovery code', ur: 'بحالی کوڈ' },
  passwordIfAny: { en: 'Password, if you have one', ur: 'پاس ورڈ، اگر ہے' },
  withRecovery: { en: 'Sign in with the recovery code', ur: 'بحالی کوڈ سے سائن اِن کریں' },
  waitingLead: {
    en: 'The directory knows you. Now show your second factor.',
    ur: 'ڈائریکٹری نے آپ کو پہچان لیا۔ اب اپنا دوسرا ثبوت دکھائیں۔',
  },
  startOver: { en: 'Start over', ur: 'نئے سرے سے شروع کریں' },
  directoryRefused: {
    en: 'The answer of the directory of staff was not accepted. Begin again.',
    ur: 'عملے کی ڈائریکٹری کا جواب قبول نہیں ہوا۔ دوبارہ شروع کریں۔',
  },
  directoryUnlinked: {
    en: 'The directory knows you, but no account here is tied to you. Sign in another way and tie it first.',
    ur: 'ڈائریکٹری آپ کو جانتی ہے، مگر یہاں کوئی اکاؤنٹ آپ سے جڑا نہیں۔ پہلے کسی اور طریقے سے سائن اِن کر کے اسے جوڑیں۔',
  },
  directoryTaken: {
    en: 'This account, or this person of the directory, is tied to another already.',
    ur: 'یہ اکاؤنٹ، یا ڈائریکٹری کا یہ شخص، پہلے ہی کسی اور سے جڑا ہوا ہے۔',
  },
  directoryAway: {
    en: 'The directory of staff cannot be reached. Try again, or sign in another way.',
    ur: 'عملے کی ڈائریکٹری سے رابطہ نہیں ہو سکا۔ دوبارہ کوشش کریں، یا کسی اور طریقے سے سائن اِن کریں۔',
  },
})
