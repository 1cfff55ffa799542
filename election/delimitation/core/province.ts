import type { Text } from '@intikhab/kernel/language'

/** The regions by which elections and censuses are told apart; FATA was merged into Khyber Pakhtunkhwa in May 2018. */
export type Province = 'punjab' | 'sindh' | 'khyber-pakhtunkhwa' | 'balochistan' | 'islamabad' | 'fata'

export const provinceNames: Readonly<Record<Province, Text>> = {
  punjab: { en: 'Punjab', ur: 'پنجاب' },
  sindh: { en: 'Sindh', ur: 'سندھ' },
  'khyber-pakhtunkhwa': { en: 'Khyber Pakhtunkhwa', ur: 'خیبر پختونخوا' },
  balochistan: { en: 'Balochistan', ur: 'بلوچستان' },
  islamabad: { en: 'Islamabad Capital Territory', ur: 'وفاقی دارالحکومت اسلام آباد' },
  fata: { en: 'Federally Administered Tribal Areas', ur: 'وفاق کے زیر انتظام قبائلی علاقہ جات' },
}

/** As the source files write them, their misspellings too. */
const spellings: Readonly<Record<string, Province>> = {
  punjab: 'punjab',
  sindh: 'sindh',
  kpk: 'khyber-pakhtunkhwa',
  kp: 'khyber-pakhtunkhwa',
  'khyber pakhtunkhwa': 'khyber-pakhtunkhwa',
  'khyber paktunkhwa': 'khyber-pakhtunkhwa',
  balochistan: 'balochistan',
  islamabad: 'islamabad',
  'islamabad capital territory': 'islamabad',
  fata: 'fata',
}

/** Reads a province as a source file writes it; undefined if it is none. */
export function findProvince(text: string): Province | undefined {
  return spellings[text.trim().toLowerCase()]
}

/**
 * Census districts (the first three digits of a block code) by province, as the tables of 2017 use them.
 * 522 is Torghar, made a district after the numbering.
 */
const censusDistricts: readonly (readonly [from: number, to: number, province: Province])[] = [
  [1, 99, 'khyber-pakhtunkhwa'],
  [100, 299, 'punjab'],
  [300, 449, 'sindh'],
  [450, 499, 'balochistan'],
  [501, 501, 'islamabad'],
  [522, 522, 'khyber-pakhtunkhwa'],
]

/** The province of a census block, and of FATA by the printed name of its table (`KURRAM AGENCY`, `FR TANK`). */
export function provinceOfBlock(block: string, district: string): Province | undefined {
  const number = Number(block.slice(0, 3))
  const found = censusDistricts.find(([from, to]) => number >= from && number <= to)?.[2]
  return found === 'khyber-pakhtunkhwa' && / AGENCY$|^FR /.test(district) ? 'fata' : found
}
