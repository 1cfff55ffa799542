import { useSpeech } from '@intikhab/kernel/console'
import { Empty } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { addressOf } from './claim-step.ts'
import { words } from './words.ts'

/** The papers that came with a claim, to be looked at, and those that the office prints. */
export function PapersOfClaim({ claim }: { claim: ClaimView }): ReactNode {
  const { language, t } = useSpeech()
  const at = addressOf(claim)
  const printed = [
    ['form', words.printForm, true],
    ['notice', words.printNotice, claim.hearing !== null && claim.concerned !== null],
    ['order', claimWords.order, claim.decision !== null],
  ] as const
  return (
    <div>
      <h2>{t(words.papers)}</h2>
      {claim.evidence.length === 0 ? <Empty>{t(words.noPapers)}</Empty> : null}
      {claim.evidence.map(({ sha256, mediaType }, n) => (
        <p key={sha256} className="claim-paper">
          <a href={`${at}/evidence/${sha256}`} target="_blank" rel="noreferrer">
            {mediaType === 'application/pdf' ? (
              `${t(words.paper, { n: String(n + 1) })}: ${t(words.openPdf)}`
            ) : (
              <img src={`${at}/evidence/${sha256}`} alt={t(words.paper, { n: String(n + 1) })} />
            )}
          </a>
        </p>
      ))}
      <h2>{t(words.print)}</h2>
      <p className="claim-prints">
        {printed
          .filter(([, , isThere]) => isThere)
          .map(([kind, text]) => (
            <Button
              key={kind}
              component="a"
              variant="default"
              target="_blank"
              href={`${at}/papers/${kind}?language=${language}`}
            >
              {t(text)}
            </Button>
          ))}
      </p>
    </div>
  )
}
