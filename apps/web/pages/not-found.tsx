import { say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { words } from './words.ts'

const ways = [
  ['', words.state],
  ['/vote', words.toVote],
  ['/results', words.toResults],
  ['/programme', words.toProgramme],
  ['/data', words.toData],
] as const

/** Shown for an address that names nothing. */
export function NotFound({ language }: { language: Language }): ReactNode {
  return (
    <>
      <h1>{say(language, words.notFound)}</h1>
      <p>{say(language, words.notFoundWhy)}</p>
      <ul>
        {ways.map(([path, text]) => (
          <li key={path}>
            <a href={`/${language}${path}`}>{say(language, text)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Shown when a page could not be made. */
export function Broken({ language }: { language: Language }): ReactNode {
  return (
    <>
      <h1>{say(language, words.broken)}</h1>
      <p>{say(language, words.brokenWhy)}</p>
    </>
  )
}
