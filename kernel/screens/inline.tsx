import {
  formatDay,
  formatInstant,
  formatNumber,
  formatPercent,
  type Language,
  type Text,
} from '@intikhab/kernel/language'
import type { ReactNode } from 'react'

const urduLetter = /\p{Script=Arabic}/u
const latinLetter = /\p{Script=Latin}/u

/** A name in the page's language; one that exists in the other script only is marked so and kept apart from its neighbours. */
export function Name({ text, language }: { text: Text; language: Language }): ReactNode {
  const said = text[language] === '' ? text[language === 'en' ? 'ur' : 'en'] : text[language]
  if (language === 'ur' && latinLetter.test(said) && !urduLetter.test(said)) return <bdi lang="en">{said}</bdi>
  if (language === 'en' && urduLetter.test(said)) return <bdi lang="ur">{said}</bdi>
  return <bdi>{said}</bdi>
}

/** Same as `Name` where only a string will do, e.g. an attribute. */
export function nameIn(language: Language, text: Text): string {
  return text[language] === '' ? text[language === 'en' ? 'ur' : 'en'] : text[language]
}

/** A code such as `NA-21` or a hash: always left to right. */
export function Code({ children }: { children: string }): ReactNode {
  return (
    <bdi className="code" dir="ltr">
      {children}
    </bdi>
  )
}

/** An integer with its thousands grouped. */
export function Count({ n, language }: { n: number; language: Language }): ReactNode {
  return <span className="number">{formatNumber(language, n)}</span>
}

/** A ratio of integers as a percentage. */
export function Share({ of, n, language }: { n: number; of: number; language: Language }): ReactNode {
  return <span className="number">{formatPercent(language, n, of)}</span>
}

/** An instant in legal time, machine-readable underneath. */
export function When({ at, language }: { at: string; language: Language }): ReactNode {
  return <time dateTime={at}>{formatInstant(language, new Date(at))}</time>
}

/** A day of the law's calendar. */
export function Day({ on, language }: { on: string; language: Language }): ReactNode {
  return <time dateTime={on}>{formatDay(language, on)}</time>
}
