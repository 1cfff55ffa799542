import { formatDay, formatNumber } from '@intikhab/kernel/language'
import type { PrintedList, PrintedVoter } from './printed-list.ts'

/** The words of the printed roll. It is printed in Urdu alone; figures are Western, as on the identity card. */
export const listWords = {
  commission: 'الیکشن کمیشن آف پاکستان',
  roll: 'انتخابی فہرست',
  supplementary: 'ضمنی فہرست',
  stage: { preliminary: 'ابتدائی', final: 'حتمی' },
  gender: { male: 'مرد ووٹرز', female: 'خواتین ووٹرز', other: 'خواجہ سرا ووٹرز' },
  relation: { son: 'ولد', daughter: 'دختر', wife: 'زوجہ' },
  mark: { postal: 'پوسٹل بیلٹ', overseas: 'بیرونِ ملک' },
  markedCopy: 'نشان زدہ نقل',
  province: 'صوبہ',
  district: 'ضلع',
  tehsil: 'تحصیل',
  area: 'انتخابی علاقہ',
  block: 'شماریاتی بلاک کوڈ',
  seats: 'حلقے',
  qualifyingDate: 'عمر بتاریخ',
  station: 'پولنگ اسٹیشن',
  recipient: 'نقل برائے',
  edition: 'اشاعت',
  page: (page: number, pages: number): string => `صفحہ ${formatNumber('ur', page)} از ${formatNumber('ur', pages)}`,
  onPage: (voters: number): string => `اس صفحے پر ووٹرز ${formatNumber('ur', voters)}`,
  columns: {
    serial: 'سلسلہ نمبر',
    household: 'گھرانہ نمبر',
    name: 'نام، ولدیت یا زوجیت',
    cnic: 'شناختی کارڈ نمبر',
    age: 'عمر',
    address: 'پتہ',
    photo: 'تصویر',
    thumb: 'نشانِ انگوٹھا',
  },
  totals: {
    heading: 'خلاصہ',
    serials: 'سلسلہ نمبر',
    numbers: 'جاری کیے گئے سلسلہ نمبر',
    unused: 'منفی: وہ سلسلہ نمبر جو اب استعمال میں نہیں',
    listed: 'فہرست میں درج ووٹرز',
    postal: 'منفی: پوسٹل بیلٹ والے ووٹرز',
    overseas: 'منفی: بیرونِ ملک ووٹرز',
    atTable: 'پولنگ اسٹیشن پر ووٹ ڈالنے کے اہل ووٹرز',
    households: 'گھرانے',
    pages: 'ووٹرز کے صفحات',
  },
  signature: { officer: 'رجسٹریشن افسر', signature: 'دستخط', seal: 'مہر', day: 'تاریخ' },
  slip: {
    title: 'ووٹر پرچی',
    serial: 'سلسلہ نمبر',
    household: 'گھرانہ نمبر',
    block: 'بلاک کوڈ',
    cnic: 'شناختی کارڈ نمبر',
    pollAt: 'پولنگ',
    hours: ([from, to]: readonly [string, string]): string => `${from} تا ${to}`,
  },
} as const

/** Title of a list: `حتمی انتخابی فہرست`, or no more than `ضمنی فہرست`. */
export function listTitle({ roll, stage }: PrintedList): string {
  return roll === 'supplementary' ? listWords.supplementary : `${listWords.stage[stage]} ${listWords.roll}`
}

export const printedDay = (day: string): string => formatDay('ur', day)
export const printedNumber = (n: number): string => formatNumber('ur', n)

/**
 * What the QR code of a slip says: capitals and figures alone, which make the smallest code. It leads an officer with the
 * roll to the line, and tells a stranger neither who the voter is nor the number of the card.
 */
export function slipCode({ edition, area, gender }: PrintedList, { serial }: PrintedVoter): string {
  return `ROLL:${edition.id.toUpperCase()}:${area.block}:${gender.slice(0, 1).toUpperCase()}:${serial}`
}

/** What the QR code on the cover says: which edition the list is from, to be compared with the published one. */
export function coverCode({ edition, area, gender }: PrintedList): string {
  return `LIST:${edition.id.toUpperCase()}:${area.block}:${gender.slice(0, 1).toUpperCase()}:${edition.hash.toUpperCase()}`
}
