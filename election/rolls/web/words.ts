import { catalogue } from '@intikhab/kernel/language'

/** Texts of the page of the rolls' statistics. */
export const words = catalogue({
  title: { en: 'Electoral rolls', ur: 'انتخابی فہرستیں' },
  none: {
    en: 'No statistics of the rolls have been published yet',
    ur: 'انتخابی فہرستوں کے اعداد و شمار ابھی شائع نہیں ہوئے',
  },
  qualifying: { en: 'Ages at the qualifying date, {day}.', ur: 'عمریں اہلیت کی تاریخ {day} کے مطابق۔' },
  voters: { en: 'Registered voters', ur: 'رجسٹرڈ ووٹر' },
  men: { en: 'Men', ur: 'مرد' },
  women: { en: 'Women', ur: 'خواتین' },
  others: { en: 'Others', ur: 'دیگر' },
  total: { en: 'Total', ur: 'کل' },
  share: { en: 'Share', ur: 'تناسب' },
  gap: { en: 'Gap between men and women', ur: 'مرد و خواتین کا فرق' },
  gapOf: { en: 'of {total, number} voters', ur: '{total, number} ووٹروں میں سے' },
  blocks: { en: 'Census blocks', ur: 'شماریاتی بلاک' },
  stations: { en: 'Polling stations', ur: 'پولنگ اسٹیشن' },
  perStation: { en: '{n, number} voters each on average', ur: 'اوسطاً ہر ایک میں {n, number} ووٹر' },
  byAge: { en: 'By age and gender', ur: 'عمر اور جنس کے لحاظ سے' },
  byAgeDenominator: {
    en: 'Every bar against the largest age group of one gender; all {total, number} registered voters.',
    ur: 'ہر پٹی ایک جنس کے سب سے بڑے عمر گروہ کے مقابلے میں؛ کل {total, number} رجسٹرڈ ووٹر۔',
  },
  age: { en: 'Age', ur: 'عمر' },
  byProvince: { en: 'By province', ur: 'صوبہ وار' },
  province: { en: 'Province', ur: 'صوبہ' },
  byDistrict: { en: 'By district', ur: 'ضلع وار' },
  district: { en: 'District', ur: 'ضلع' },
  womenShare: { en: 'Women', ur: 'خواتین' },
  womenShareOf: { en: 'Women’s share', ur: 'خواتین کا تناسب' },
  ofAll: { en: 'Share of all {total, number} registered voters.', ur: 'کل {total, number} رجسٹرڈ ووٹروں میں تناسب۔' },
  byDistrictAndAge: { en: 'By district and age', ur: 'ضلع اور عمر کے لحاظ سے' },
  hidden: {
    en: 'A count below {least, number} is not shown (–), and neither is another from which it could be worked out: {cells, plural, one {# cell} other {# cells}} in all. Totals are exact.',
    ur: '{least, number} سے کم تعداد نہیں دکھائی جاتی (–)، اور نہ وہ جس سے اس کا پتا چل سکے: کل {cells, number} خانے۔ میزان درست ہیں۔',
  },
  genderBar: { en: 'Men {men}, women {women}', ur: 'مرد {men}، خواتین {women}' },
})
