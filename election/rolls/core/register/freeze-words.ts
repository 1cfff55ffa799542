import { catalogue } from '@intikhab/kernel/language'

/** What an officer reads who is to approve a freeze. */
export const freezeWords = catalogue({
  title: { en: 'Freeze an electoral roll', ur: 'انتخابی فہرست منجمد کرنا' },
  all: {
    en: '{roll}: nobody is enrolled, moved, corrected or removed anywhere from {from, date, long} until the results are announced.',
    ur: '{roll}: {from, date, long} سے نتائج کے اعلان تک کہیں بھی نہ کوئی اندراج ہوگا، نہ منتقلی، نہ تصحیح، نہ اخراج۔',
  },
  constituency: {
    en: '{roll}: nobody is enrolled, moved, corrected or removed in {constituency} from {from, date, long} until the results of the by-election are announced.',
    ur: '{roll}: {constituency} میں {from, date, long} سے ضمنی انتخاب کے نتائج کے اعلان تک نہ کوئی اندراج ہوگا، نہ منتقلی، نہ تصحیح، نہ اخراج۔',
  },
  areas: { en: 'Electoral areas frozen by this order', ur: 'اس حکم سے منجمد انتخابی علاقے' },
  frozenFrom: { en: 'Frozen from', ur: 'منجمد از' },
  termEnds: { en: 'Term of the Assembly expires on', ur: 'اسمبلی کی مدت ختم ہونے کی تاریخ' },
})
