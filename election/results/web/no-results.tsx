import { say, type Language } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** Stands where an election has no results edition yet. */
export function NoResults({ electionId, language }: { electionId: string; language: Language }): ReactNode {
  return (
    <Notice title={say(language, words.noEdition)}>
      <p>{say(language, words.noEditionWhy)}</p>
      <p>
        <a href={`/${language}/programme/${electionId}`}>{say(language, words.toProgramme)}</a>
      </p>
    </Notice>
  )
}
