import { catalogue } from '@intikhab/kernel/language'

/** Texts of the rolls' screens on the staff console. Section numbers with brackets are isolated (U+2066) in Urdu. */
export const staffWords = catalogue({
  rolls: { en: 'Electoral rolls', ur: 'انتخابی فہرستیں' },
  rollsTask: {
    en: 'Freeze a roll before a term ends, or a constituency for a by-election; by two officers.',
    ur: 'مدت ختم ہونے سے پہلے فہرست، یا ضمنی انتخاب کے لیے حلقہ منجمد کرنا؛ دو افسروں کے ذریعے۔',
  },
  lead: {
    en: 'While a roll is frozen nobody is enrolled, moved, corrected or removed (s.39). A death may still be reported: it changes what the voter is told, not the roll.',
    ur: 'فہرست منجمد ہو تو نہ کوئی اندراج ہوتا ہے، نہ منتقلی، نہ تصحیح، نہ اخراج (دفعہ 39)۔ وفات کی اطلاع پھر بھی دی جا سکتی ہے: اس سے ووٹر کو ملنے والا جواب بدلتا ہے، فہرست نہیں۔',
  },
  noDistrict: { en: 'No district of the rolls lies within your office.', ur: 'آپ کے دفتر میں کوئی ضلع نہیں۔' },
  chooseDistrict: { en: 'Choose a district', ur: 'ضلع منتخب کریں' },
  anOfficer: { en: 'an officer', ur: 'ایک افسر' },
  noRoll: { en: 'There is no roll yet.', ur: 'ابھی کوئی انتخابی فہرست نہیں۔' },
  qualifying: { en: 'Qualifying date', ur: 'اہلیت کی تاریخ' },
  termEnds: { en: 'Term of the Assembly expires on', ur: 'اسمبلی کی مدت ختم ہونے کی تاریخ' },
  noTerm: { en: 'no term named', ur: 'کوئی مدت درج نہیں' },
  results: { en: 'Results announced', ur: 'نتائج کا اعلان' },
  notYet: { en: 'not yet', ur: 'ابھی نہیں' },
  freezes: { en: 'Freezes of this roll', ur: 'اس فہرست کے انجماد' },
  noFreeze: { en: 'The roll is open, and nothing is ordered.', ur: 'فہرست کھلی ہے اور کوئی حکم نہیں ہوا۔' },
  where: { en: 'Where', ur: 'کہاں' },
  everywhere: { en: 'everywhere', ur: 'ہر جگہ' },
  from: { en: 'From', ur: 'کب سے' },
  section: { en: 'Section', ur: 'دفعہ' },
  orderedOn: { en: 'Ordered', ur: 'حکم' },
  byLaw: { en: 'by the law itself', ur: 'خود قانون کے تحت' },
  order: { en: 'Propose a freeze', ur: 'انجماد تجویز کریں' },
  orderLead: {
    en: 'A second officer of the secretariat sees from when and where the roll would be frozen, and approves it.',
    ur: 'سیکریٹریٹ کا دوسرا افسر دیکھے گا کہ فہرست کب سے اور کہاں منجمد ہوگی، اور منظوری دے گا۔',
  },
  kind: { en: 'Why', ur: 'کس لیے' },
  general: { en: 'The term of an Assembly ends (s.39(1))', ur: 'اسمبلی کی مدت ختم ہو رہی ہے (دفعہ \u206639(1)\u2069)' },
  byElection: {
    en: 'A by-election in one constituency (s.39(2))',
    ur: 'ایک حلقے میں ضمنی انتخاب (دفعہ \u206639(2)\u2069)',
  },
  calledOn: {
    en: 'Constituency called upon to elect on',
    ur: 'حلقے کو انتخاب کے لیے طلب کرنے کی تاریخ',
  },
  delimitation: { en: 'Delimitation', ur: 'حلقہ بندی' },
  constituency: { en: 'Constituency', ur: 'حلقہ' },
  chooseOne: { en: 'Choose', ur: 'منتخب کریں' },
  reason: { en: 'Reason', ur: 'وجہ' },
  reasonHint: {
    en: 'Kept with the order. At least ten letters.',
    ur: 'حکم کے ساتھ محفوظ رہے گی۔ کم از کم دس حروف۔',
  },
  propose: { en: 'Propose the freeze', ur: 'انجماد تجویز کریں' },
})
