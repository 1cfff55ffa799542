import { refusals } from '@intikhab/kernel/refusal'

/** What the room of approvals refuses. */
export const approvalRefusals = refusals('approvals', {
  'own-proposal': {
    status: 403,
    en: 'You proposed this yourself. A second officer has to decide on it.',
    ur: 'یہ تجویز آپ نے خود دی ہے۔ اس پر فیصلہ کوئی دوسرا افسر کرے گا۔',
  },
  'same-device': {
    status: 403,
    en: 'This was proposed on this same device. Decide on it from a device of your own.',
    ur: 'یہ تجویز اسی آلے سے دی گئی تھی۔ فیصلہ اپنے الگ آلے سے کریں۔',
  },
  'not-approver': {
    status: 403,
    en: 'Your office does not decide on this act in this place.',
    ur: 'اس جگہ اس کام پر فیصلہ کرنا آپ کے عہدے میں شامل نہیں۔',
  },
  'not-proposer': {
    status: 403,
    en: 'Only the officer who proposed this may withdraw it.',
    ur: 'یہ تجویز صرف وہی افسر واپس لے سکتا ہے جس نے دی تھی۔',
  },
  unknown: {
    status: 404,
    en: 'There is no such proposal, or it does not concern your office.',
    ur: 'ایسی کوئی تجویز نہیں، یا اس کا آپ کے عہدے سے تعلق نہیں۔',
  },
  decided: {
    status: 409,
    en: 'This proposal has been decided already.',
    ur: 'اس تجویز پر فیصلہ ہو چکا ہے۔',
  },
  changed: {
    status: 409,
    en: 'What would happen is no longer what you were shown. Look at it again before you approve.',
    ur: 'جو کچھ آپ کو دکھایا گیا تھا، صورتِ حال اب ویسی نہیں رہی۔ منظوری سے پہلے دوبارہ دیکھ لیں۔',
  },
  lapsed: {
    status: 410,
    en: 'The time for a decision has passed. It has to be proposed again.',
    ur: 'فیصلے کی مدت گزر چکی ہے۔ تجویز دوبارہ دینی ہوگی۔',
  },
  'reason-missing': {
    status: 422,
    en: 'Say why you return it, so that the other officer can mend it.',
    ur: 'واپس کرنے کی وجہ لکھیں تاکہ دوسرا افسر درستی کر سکے۔',
  },
  'bad-payload': {
    status: 422,
    en: 'What is proposed is not of the form that this act takes.',
    ur: 'تجویز اس شکل میں نہیں جو اس کام کے لیے درکار ہے۔',
  },
})
