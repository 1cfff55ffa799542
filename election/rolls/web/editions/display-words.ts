import { catalogue } from '@intikhab/kernel/language'

/** Texts of the public pages of a roll's display. */
export const displayWords = catalogue({
  title: { en: 'Where the roll is displayed', ur: 'فہرست کی نمائش کہاں ہے' },
  none: { en: 'No display of a roll has been announced', ur: 'ابھی کسی فہرست کی نمائش کا اعلان نہیں ہوا' },
  lead: {
    en: 'On the days of the display anybody may look at the roll of their area, and hand in Form 15 to be registered, Form 16 to object or Form 17 to have an entry corrected.',
    ur: 'نمائش کے دنوں میں ہر شخص اپنے علاقے کی فہرست دیکھ سکتا ہے، اور اندراج کے لیے فارم 15، اعتراض کے لیے فارم 16 یا تصحیح کے لیے فارم 17 جمع کرا سکتا ہے۔',
  },
  stageOf: { en: 'Stage of the roll', ur: 'فہرست کا مرحلہ' },
  days: {
    en: 'Displayed from {from} until {until}, both days included.',
    ur: 'نمائش {from} سے {until} تک، دونوں دن شامل۔',
  },
  daysLeft: {
    en: '{days, plural, one {One day is left} other {# days are left}}.',
    ur: '{days, plural, one {ایک دن باقی ہے} other {# دن باقی ہیں}}۔',
  },
  direction: {
    en: 'Direction of the Commission of {day}: this roll is prepared otherwise than the Act provides (s.49). {reference}',
    ur: 'کمیشن کی ہدایت مورخہ {day}: یہ فہرست ایکٹ میں دیے گئے طریقے کے علاوہ تیار ہو رہی ہے (دفعہ 49)۔ {reference}',
  },
  whereLink: { en: 'Where is my display centre?', ur: 'میرا مرکزِ نمائش کہاں ہے؟' },
  district: { en: 'District', ur: 'ضلع' },
  centres: { en: 'Display centres', ur: 'مراکزِ نمائش' },
  districts: { en: 'Choose your district', ur: 'اپنا ضلع منتخب کریں' },
  back: { en: 'All districts', ur: 'تمام اضلاع' },
  inDistrict: { en: 'Display centres of {district}', ur: '{district} کے مراکزِ نمائش' },
  centre: { en: 'Display centre', ur: 'مرکزِ نمائش' },
  address: { en: 'Address', ur: 'پتا' },
  hours: { en: 'Hours', ur: 'اوقات' },
  areas: { en: 'Electoral areas (census block codes)', ur: 'انتخابی علاقے (مردم شماری بلاک کوڈ)' },
  findHint: {
    en: 'The enquiry by SMS to 8300 tells the block code of your electoral area. Find it in this list.',
    ur: '8300 پر ایس ایم ایس سے آپ کے انتخابی علاقے کا بلاک کوڈ معلوم ہوتا ہے۔ اسے اس فہرست میں تلاش کریں۔',
  },
  noCentres: { en: 'No display centre is entered for this district.', ur: 'اس ضلع کے لیے کوئی مرکزِ نمائش درج نہیں۔' },
})
