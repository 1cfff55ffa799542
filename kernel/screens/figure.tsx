import { formatInstant, say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import type { EditionNote } from './public-page.ts'
import { words } from './words.ts'

/** A chart or map with its heading and, below it, its denominator, its edition and its time. */
export function Figure(props: {
  title: ReactNode
  /** What the shares are shares of, as a sentence. */
  denominator: ReactNode
  edition: EditionNote
  language: Language
  children: ReactNode
  level?: 2 | 3
}): ReactNode {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <figure className="figure">
      <Heading>{props.title}</Heading>
      {props.children}
      <figcaption className="caption">
        <span>{props.denominator}</span> <Edition edition={props.edition} language={props.language} />
      </figcaption>
    </figure>
  )
}

/** `Edition 12 of 25 July 2018 at 23:10`, linked to the list of its files. */
export function Edition({ edition, language }: { edition: EditionNote; language: Language }): ReactNode {
  return (
    <a href={`/${language}/data/${edition.series}`}>
      {say(language, words.editionMade, {
        number: edition.number,
        at: formatInstant(language, new Date(edition.madeAt)),
      })}
    </a>
  )
}
