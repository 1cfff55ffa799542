import { say, type Language } from '@intikhab/kernel/language'
import { CheckThis } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { fileAddress, proofOf, type OpenStatistics } from './load.ts'
import { words } from './words.ts'

/** Below a figure: the same as CSV and as JSON, and how to check it. `path`: its file of the edition. */
export function FigureFoot(props: { open: OpenStatistics; path: string; language: Language }): ReactNode {
  const { open, path, language } = props
  const proof = proofOf(open, path)
  return (
    <div className="figure-foot">
      <p>
        {proof === undefined || path === statisticsPaths.all ? null : (
          <>
            <a href={fileAddress(open, path)} download="">
              {say(language, words.csv)}
            </a>{' '}
          </>
        )}
        <a href={fileAddress(open, statisticsPaths.all)}>{say(language, words.json)}</a>
      </p>
      {proof === undefined ? null : <CheckThis edition={open.note} file={proof} language={language} />}
    </div>
  )
}
