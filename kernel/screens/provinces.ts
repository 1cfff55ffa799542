import { catalogue, type Text } from '@intikhab/kernel/language'

const names = catalogue({
  punjab: { en: 'Punjab', ur: 'پنجاب' },
  sindh: { en: 'Sindh', ur: 'سندھ' },
  'khyber-pakhtunkhwa': { en: 'Khyber Pakhtunkhwa', ur: 'خیبر پختونخوا' },
  balochistan: { en: 'Balochistan', ur: 'بلوچستان' },
  islamabad: { en: 'Islamabad', ur: 'اسلام آباد' },
  fata: { en: 'Tribal Areas (FATA)', ur: 'قبائلی علاقے (فاٹا)' },
})

/** A province's name by its code; a code that the list does not know is its own name. */
export function provinceName(code: string): Text {
  return Object.hasOwn(names, code) ? names[code as keyof typeof names] : { en: code, ur: code }
}
