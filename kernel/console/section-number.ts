import type { Language } from '@intikhab/kernel/language'

/** A section as it stands beside the word for it: `s.95(5)` in English; in Urdu the word دفعہ says what the letter does. */
export function sectionNumber(section: string, language: Language): string {
  return language === 'ur' ? section.replaceAll(/\bss?\.\s?(?=\d)/g, '') : section
}
