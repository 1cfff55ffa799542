import { formatDay, formatInstant, say, type Language } from '@intikhab/kernel/language'
import { Name } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { fileAddress, type OpenStatistics } from './load.ts'
import { words } from './words.ts'

/** Heading of a page of statistics: what it is of, which roll, at which instant. */
export function PageHead(props: { open: OpenStatistics; title: ReactNode; language: Language }): ReactNode {
  const { nameEn, nameUr, qualifyingDate, asOf } = props.open.statistics
  const { language } = props
  return (
    <div className="page-head">
      <h1>{props.title}</h1>
      <p className="lead">
        <Name text={{ en: nameEn, ur: nameUr }} language={language} />
      </p>
      <p className="caption">
        {say(language, words.counted, { at: formatInstant(language, new Date(asOf)) })}{' '}
        {say(language, words.qualifying, { day: formatDay(language, qualifyingDate) })}
      </p>
    </div>
  )
}

/** What every page ends with: why some places stand together, and what the columns mean. */
export function PageNotes({ open, language }: { open: OpenStatistics; language: Language }): ReactNode {
  const least = open.statistics.leastPublished
  return (
    <div className="caption">
      <p>{say(language, words.othersWhy)}</p>
      <p>{say(language, words.togetherWhy, { least })}</p>
      <p>
        <a href={fileAddress(open, statisticsPaths.columns)}>{say(language, words.columnsFile)}</a>
      </p>
    </div>
  )
}
