import { say, type Language } from '@intikhab/kernel/language'
import { Edition, Progress, type EditionNote } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** Stations received of stations expected, with what that means. */
export function StationProgress(props: {
  stations: { readonly received: number; readonly expected: number }
  edition: EditionNote
  language: Language
}): ReactNode {
  const { stations, edition, language } = props
  return (
    <Progress
      label={say(language, words.stationsReceived)}
      n={stations.received}
      of={stations.expected}
      language={language}
      note={
        <>
          {say(language, words.stationsDenominator)} <Edition edition={edition} language={language} />
        </>
      }
    />
  )
}
