import { say, type Language } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { formatPin } from '../../core/claims/docket.ts'
import { claimWords } from '../../core/claims/words.ts'

/** What whoever lodged a claim has to write down. */
export function DocketAndPin(props: { docket: string; pin: string; language: Language }): ReactNode {
  const { docket, pin, language } = props
  return (
    <dl className="docket">
      <div>
        <dt>{say(language, claimWords.docket)}</dt>
        <dd>
          <Code>{docket}</Code>
        </dd>
      </div>
      <div>
        <dt>{say(language, claimWords.pin)}</dt>
        <dd>
          <Code>{formatPin(pin)}</Code>
        </dd>
      </div>
    </dl>
  )
}
