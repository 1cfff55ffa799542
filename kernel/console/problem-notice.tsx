import { Code, Notice } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import type { ArrivedProblem } from './api.ts'
import { useSpeech } from './language.tsx'
import { words } from './words.ts'

/** A refusal as the person reads it: the sentence, the field, the section and the code under which it is listed. */
export function ProblemNotice(props: {
  problem: ArrivedProblem
  onRetry?: () => void
  /** The answer to what the person just did: it takes the focus so that nobody misses it. */
  answers?: boolean
}): ReactNode {
  const { problem, onRetry, answers } = props
  const { language, t } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answers === true) place.current?.focus()
  }, [answers])
  return (
    <div role="alert" tabIndex={-1} ref={place} className="problem-notice">
      <Notice kind="problem" title={language === 'ur' ? problem.titleUr : problem.title}>
        {problem.detail === undefined ? null : (
          <p>
            <bdi lang="en">{problem.detail}</bdi>
          </p>
        )}
        <p className="caption">
          {problem.field === undefined ? null : (
            <>
              {t(words.field)} <Code>{problem.field}</Code>{' '}
            </>
          )}
          {problem.section === undefined ? null : (
            <>
              <bdi lang="en">{problem.section}</bdi>{' '}
            </>
          )}
          <Code>{problem.code}</Code>
          {problem.instance === undefined ? null : (
            <>
              {' '}
              <Code>{problem.instance}</Code>
            </>
          )}
        </p>
        {onRetry === undefined ? null : (
          <Button variant="default" onClick={onRetry}>
            {t(words.tryAgain)}
          </Button>
        )}
      </Notice>
    </div>
  )
}
