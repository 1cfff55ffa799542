import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { formatInstant } from '@intikhab/kernel/language'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { accountPath, afterChange, type OwnMethods } from './methods.ts'
import { words } from './words.ts'

interface Drawn {
  readonly codes: readonly string[]
}

/** How many recovery codes are left, and new ones: shown once, on a page of their own that prints well. */
export function RecoveryCodes({ methods }: { methods: OwnMethods }): ReactNode {
  const { language, t } = useSpeech()
  const [drawn, setDrawn] = useState<Drawn & { readonly at: string }>()
  const make = useAct<undefined, Drawn>(`${accountPath}/recovery-codes`, afterChange)
  const { left } = methods.recoveryCodes
  return (
    <section aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t(words.recovery)}</h2>
      {drawn === undefined ? (
        <>
          <p>{t(words.recoveryLead)}</p>
          <p>
            {t(words.codesLeft, { left })} {t(words.makeCodesHint)}
          </p>
          {make.isError ? <ProblemNotice problem={make.error.problem} answers /> : null}
          <p>
            <Button
              variant="default"
              loading={make.isPending}
              onClick={() =>
                make.mutate(undefined, { onSuccess: ({ codes }) => setDrawn({ codes, at: new Date().toISOString() }) })
              }
            >
              {t(words.makeCodes)}
            </Button>
          </p>
        </>
      ) : (
        <div className="recovery-sheet">
          <h3 tabIndex={-1} ref={(title) => title?.focus()}>
            {t(words.codesTitle)}
          </h3>
          <p>{t(words.codesFor, { name: methods.signInName, when: formatInstant(language, new Date(drawn.at)) })}</p>
          <ol>
            {drawn.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <p>{t(words.codesOnce)}</p>
          <div className="form-buttons">
            <Button onClick={() => window.print()}>{t(words.print)}</Button>
            <Button variant="default" onClick={() => setDrawn(undefined)}>
              {t(words.kept)}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
