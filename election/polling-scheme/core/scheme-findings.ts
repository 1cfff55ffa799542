import { catalogue } from '@intikhab/kernel/language'

/** What the check of a polling scheme can find. The norms are the election's own, from its rule pack. */
export const schemeFindings = catalogue({
  repeated: {
    en: '{count, plural, one {One station is} other {# stations are}} listed twice with the same number, name, booths and voters; each was imported once, from its first line.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشن}} ایک ہی نمبر، نام، بوتھ اور ووٹروں کے ساتھ دو بار درج ہیں؛ ہر ایک اپنی پہلی سطر سے ایک بار لیا گیا۔',
  },
  'repeat-elsewhere': {
    en: '{count, plural, one {One of the stations listed twice has} other {# of the stations listed twice have}} another position on each line; that of the first line was taken.',
    ur: 'دو بار درج {count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کا مقام ہر سطر پر مختلف ہے؛ پہلی سطر کا مقام لیا گیا۔',
  },
  'missing-seat': {
    en: '{count, plural, one {One seat has} other {# seats have}} no polling station in the scheme.',
    ur: '{count, plural, one {ایک حلقے} other {# حلقوں}} کا اسکیم میں کوئی پولنگ اسٹیشن نہیں۔',
  },
  'serial-gap': {
    en: 'In {count, plural, one {one seat} other {# seats}} the serial order has gaps.',
    ur: '{count, plural, one {ایک حلقے} other {# حلقوں}} میں سلسلہ نمبروں میں خلا ہے۔',
  },
  'number-gap': {
    en: 'In {count, plural, one {one seat} other {# seats}} the numbers of the stations have gaps.',
    ur: '{count, plural, one {ایک حلقے} other {# حلقوں}} میں پولنگ اسٹیشنوں کے نمبروں میں خلا ہے۔',
  },
  'without-position': {
    en: '{count, plural, one {One station has} other {# stations have}} no coordinates.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کے محدد درج نہیں۔',
  },
  'half-a-position': {
    en: '{count, plural, one {One station has} other {# stations have}} only one of the two coordinates.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کا صرف ایک محدد درج ہے۔',
  },
  'unreadable-position': {
    en: '{count, plural, one {One station has} other {# stations have}} coordinates that are no decimal numbers.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کے محدد اعشاری عدد نہیں۔',
  },
  'zero-position': {
    en: '{count, plural, one {One station has} other {# stations have}} zero for a coordinate.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کا محدد صفر ہے۔',
  },
  'swapped-position': {
    en: '{count, plural, one {One station would} other {# stations would}} lie in the country if latitude and longitude were exchanged.',
    ur: 'اگر عرض بلد اور طول بلد آپس میں بدل دیے جائیں تو {count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشن}} ملک میں ہوں گے۔',
  },
  'outside-country': {
    en: '{count, plural, one {One station lies} other {# stations lie}} outside the country.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشن}} ملک سے باہر ہیں۔',
  },
  'outside-seat': {
    en: '{count, plural, one {One station lies} other {# stations lie}} outside the polygon of its seat, of {tested, number} that could be tested.',
    ur: 'جانچے گئے {tested, number} میں سے {count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشن}} اپنے حلقے کی حدود سے باہر ہیں۔',
  },
  'far-outside-seat': {
    en: '{count, plural, one {One of them lies} other {# of them lie}} more than {far, number} kilometres outside.',
    ur: 'ان میں سے {count, plural, one {ایک} other {#}} {far, number} کلومیٹر سے زیادہ باہر ہیں۔',
  },
  'seat-misdrawn': {
    en: 'In {count, plural, one {one seat} other {# seats}} fewer than a quarter of the stations lie inside the polygon: the polygon is more likely wrong than the stations.',
    ur: '{count, plural, one {ایک حلقے} other {# حلقوں}} میں ایک چوتھائی سے کم پولنگ اسٹیشن حدود کے اندر ہیں: غلطی غالباً حدود کی ہے، پولنگ اسٹیشنوں کی نہیں۔',
  },
  'above-station-norm': {
    en: '{count, plural, one {One station has} other {# stations have}} more than {votersPerStation, number} voters.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} میں {votersPerStation, number} سے زیادہ ووٹر ہیں۔',
  },
  'above-booth-norm': {
    en: '{count, plural, one {One station has} other {# stations have}} more than {votersPerBooth, number} voters for each booth.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} میں فی بوتھ {votersPerBooth, number} سے زیادہ ووٹر ہیں۔',
  },
  'voters-without-booth': {
    en: '{count, plural, one {One station has} other {# stations have}} voters of a gender but no booth for them.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} میں کسی جنس کے ووٹر ہیں مگر ان کا کوئی بوتھ نہیں۔',
  },
  'booth-without-voters': {
    en: '{count, plural, one {One station has} other {# stations have}} a booth for a gender of which no voter votes there.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} میں ایسی جنس کا بوتھ ہے جس کا کوئی ووٹر وہاں نہیں۔',
  },
  'voters-do-not-add-up': {
    en: '{count, plural, one {One line gives} other {# lines give}} a total of voters that is not the sum of men and women.',
    ur: '{count, plural, one {ایک سطر} other {# سطروں}} میں ووٹروں کی میزان مردوں اور عورتوں کا مجموعہ نہیں۔',
  },
  'booths-do-not-add-up': {
    en: '{count, plural, one {One line gives} other {# lines give}} a total of booths that is not the sum of both.',
    ur: '{count, plural, one {ایک سطر} other {# سطروں}} میں بوتھوں کی میزان دونوں کا مجموعہ نہیں۔',
  },
  'without-voters': {
    en: '{count, plural, one {One station has} other {# stations have}} no voter at all.',
    ur: '{count, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشنوں}} کا کوئی ووٹر نہیں۔',
  },
  'seat-named-otherwise': {
    en: '{count, plural, one {One seat is} other {# seats are}} named otherwise than in the delimitation.',
    ur: '{count, plural, one {ایک حلقے} other {# حلقوں}} کا نام حلقہ بندی سے مختلف ہے۔',
  },
  'file-says-otherwise': {
    en: '{count, plural, one {One line comes} other {# lines come}} from a file whose name is that of another seat.',
    ur: '{count, plural, one {ایک سطر} other {# سطریں}} ایسی فائل سے ہیں جس کا نام کسی اور حلقے کا ہے۔',
  },
})
