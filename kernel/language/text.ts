/** The languages of the house. A third one is one more member here, and the compiler lists every text that lacks it. */
export type Language = 'en' | 'ur'

export const languages: readonly Language[] = ['en', 'ur']

/** One text that a person sees, in every language; ICU MessageFormat where it has placeholders. */
export interface Text {
  readonly en: string
  readonly ur: string
}

/** The direction in which a page of this language is laid out (the `dir` attribute of HTML). */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ur' ? 'rtl' : 'ltr'
}

/** Reads a language tag such as `ur`, `ur-PK` or `en-GB`; undefined for a language that the house does not speak. */
export function findLanguage(tag: string | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary)
}
