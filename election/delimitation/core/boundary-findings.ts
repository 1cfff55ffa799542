import { catalogue } from '@intikhab/kernel/language'

/** What the check of boundaries can find, the reasons that rule a polygon out first. */
export const boundaryFindings = catalogue({
  collapsed: {
    en: '{count, plural, one {One polygon has} other {# polygons have}} collapsed: less than a hundredth of a square kilometre is left.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} سکڑ کر ختم ہو گئے: مربع کلومیٹر کا سوواں حصہ بھی باقی نہیں۔',
  },
  'too-small': {
    en: '{count, plural, one {One polygon is} other {# polygons are}} too small for a seat: more than {most, number} people would live on each square kilometre.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} نشست کے لیے بہت چھوٹے ہیں: ہر مربع کلومیٹر پر {most, number} سے زیادہ لوگ ہوں گے۔',
  },
  'crosses-itself': {
    en: '{count, plural, one {One polygon crosses itself} other {# polygons cross themselves}}.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} اپنے آپ کو کاٹتے ہیں۔',
  },
  'outside-country': {
    en: '{count, plural, one {One polygon lies} other {# polygons lie}} partly outside the country’s bounding box.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} جزوی طور پر ملک کی حدود سے باہر ہیں۔',
  },
  'stray-lines': {
    en: '{count, plural, one {One seat is} other {# seats are}} drawn as a collection with stray lines or points among the polygons.',
    ur: '{count, plural, one {ایک نشست} other {# نشستیں}} ایسے مجموعے کے طور پر بنی ہیں جس میں بے جا لکیریں یا نقطے ہیں۔',
  },
  shattered: {
    en: '{count, plural, one {One polygon falls} other {# polygons fall}} into pieces of which none holds two thirds of the area.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} ایسے ٹکڑوں میں ہیں جن میں سے کوئی دو تہائی رقبہ نہیں رکھتا۔',
  },
  overlaps: {
    en: '{count, plural, one {One polygon lies} other {# polygons lie}} by more than a tenth inside another seat’s.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} دسویں حصے سے زیادہ کسی اور نشست کے اندر ہیں۔',
  },
  dwarfed: {
    en: '{count, plural, one {One polygon has} other {# polygons have}} less than a fiftieth of the area of another seat of the same district.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} کا رقبہ اسی ضلع کی کسی اور نشست کے پچاسویں حصے سے کم ہے۔',
  },
  approximate: {
    en: '{count, plural, one {One polygon is} other {# polygons are}} called approximate by the source.',
    ur: '{count, plural, one {ایک کثیر الاضلاع} other {# کثیر الاضلاع}} کو ماخذ خود تخمینی کہتا ہے۔',
  },
  'without-polygon': {
    en: '{count, plural, one {One seat has} other {# seats have}} no polygon.',
    ur: '{count, plural, one {ایک نشست} other {# نشستوں}} کا کوئی کثیر الاضلاع نہیں۔',
  },
})
