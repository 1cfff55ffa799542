import { formatDay, formatInstant, say, type Language } from '@intikhab/kernel/language'
import { Button, Code, Facts, Field, Notice, type Fact } from '@intikhab/kernel/screens'
import type { Refusal } from '@intikhab/kernel/refusal'
import type { ReactNode } from 'react'
import { claimWords } from '../../core/claims/words.ts'
import type { FollowedClaim, LodgedOnWeb, PublicPaper } from '../../server/claims/public-claims.ts'
import { DocketAndPin } from './docket-and-pin.tsx'
import { words } from './words.ts'

/** Docket and PIN, to be shown where a claim stands. The script fills in a docket that came with the address. */
export function FollowForm(props: {
  readonly language: Language
  readonly docket?: string
  readonly refusal?: Refusal
}): ReactNode {
  const { language, docket = '', refusal } = props
  const latin = { type: 'text', dir: 'ltr', autoComplete: 'off', required: true } as const
  return (
    <>
      {refusal === undefined ? null : (
        <Notice kind="problem" title={say(language, refusal.kind, refusal.detail)} live />
      )}
      <form method="post" action={`/${language}/claims/mine`}>
        <p className="hint">{say(language, words.followHint)}</p>
        <Field
          id="docket"
          label={say(language, claimWords.docket)}
          input={{ ...latin, name: 'docket', maxLength: 30, defaultValue: docket, placeholder: 'ISL-2026-000123' }}
        />
        <Field
          id="pin"
          label={say(language, claimWords.pin)}
          input={{ ...latin, name: 'pin', maxLength: 20, placeholder: '2ABC-9XYZ' }}
        />
        <Button>{say(language, words.followButton)}</Button>
      </form>
    </>
  )
}

/** A button that brings a paper: the PIN stands in no address. */
function PaperButton(props: { language: Language; docket: string; pin: string; kind: PublicPaper }): ReactNode {
  const { language, docket, pin, kind } = props
  return (
    <form method="post" action={`/${language}/claims/mine/${kind}`} className="paper-button">
      <input type="hidden" name="docket" value={docket} />
      <input type="hidden" name="pin" value={pin} />
      <Button>{say(language, words[kind])}</Button>
    </form>
  )
}

function facts(claim: FollowedClaim, language: Language): Fact[] {
  const { form, purpose, lodgedAt, dueOn, period, isOpen, mayBeLater } = claim
  const due = dueOn === null ? say(language, claimWords.afterResults) : formatDay(language, dueOn)
  return [
    {
      key: 'form',
      name: say(language, claimWords[purpose]),
      value: say(language, claimWords.formNumber, { form }),
      note: say(language, claimWords[period]),
    },
    { key: 'lodged', name: say(language, claimWords.lodgedAt), value: formatInstant(language, new Date(lodgedAt)) },
    ...(isOpen
      ? [
          {
            key: 'due',
            name: say(language, claimWords.dueOn),
            value: due,
            ...(mayBeLater ? { note: say(language, claimWords.mayBeLater) } : {}),
          },
        ]
      : []),
  ]
}

/** What whoever has lodged a claim is told, once. */
export function LodgedScreen({ lodged, language }: { lodged: LodgedOnWeb; language: Language }): ReactNode {
  const { claim, pin } = lodged
  return (
    <>
      <h1>{say(language, words.received)}</h1>
      <Notice kind="good" title={say(language, words.keepBoth)} live>
        <DocketAndPin docket={claim.docket} pin={pin} language={language} />
        <PaperButton language={language} docket={claim.docket} pin={pin} kind="receipt" />
      </Notice>
      {claim.isFrozen && claim.isOpen ? <Notice kind="late" title={say(language, claimWords.frozen)} /> : null}
      <h2>{say(language, words.next)}</h2>
      <ul>
        <li>
          {claim.dueOn === null
            ? say(language, words.nextAfterResults)
            : say(language, words.nextLooks, { day: formatDay(language, claim.dueOn) })}
        </li>
        <li>{say(language, words.nextHearing)}</li>
      </ul>
      <Facts facts={facts(claim, language)} />
      <p>
        <a href={`/${language}/claims`}>{say(language, words.another)}</a>
      </p>
    </>
  )
}

/** To end one's own claim: asked for twice, since nothing takes it up again. */
function WithdrawForm({ language, docket, pin }: { language: Language; docket: string; pin: string }): ReactNode {
  return (
    <details>
      <summary>{say(language, words.withdraw)}</summary>
      <form method="post" action={`/${language}/claims/mine/withdraw`}>
        <input type="hidden" name="docket" value={docket} />
        <input type="hidden" name="pin" value={pin} />
        <p>{say(language, words.withdrawWhy)}</p>
        <div className="field">
          <label htmlFor="reason">{say(language, words.withdrawReason)}</label>
          <textarea id="reason" name="reason" rows={3} maxLength={2000} />
        </div>
        <Button>{say(language, words.withdraw)}</Button>
      </form>
    </details>
  )
}

/** Where a claim stands, for whoever has its docket and PIN. */
export function FollowedScreen(props: {
  readonly claim: FollowedClaim
  readonly pin: string
  readonly language: Language
}): ReactNode {
  const { claim, pin, language } = props
  const { docket, state, hearing, outcome, order, endReason, isFrozen, isOpen } = claim
  const kind = outcome === null ? 'plain' : outcome === 'rejected' ? 'late' : 'good'
  return (
    <>
      <h1>
        <Code>{docket}</Code>
      </h1>
      <Notice kind={kind} title={say(language, claimWords[outcome ?? state])} live>
        {order === null ? null : (
          <p>
            {say(language, claimWords.order)} <Code>{order}</Code>
          </p>
        )}
        {hearing === null ? null : (
          <>
            <p className="answer-name">{formatInstant(language, new Date(hearing.at))}</p>
            <p>
              <bdi>{hearing.room}</bdi>
            </p>
            <p>{say(language, words.come)}</p>
          </>
        )}
        {endReason === null ? null : <p>{say(language, words.endReason, { reason: endReason })}</p>}
      </Notice>
      {isFrozen && isOpen ? <Notice kind="late" title={say(language, claimWords.frozen)} /> : null}
      <Facts facts={facts(claim, language)} />
      {order === null ? null : <PaperButton language={language} docket={docket} pin={pin} kind="order" />}
      <PaperButton language={language} docket={docket} pin={pin} kind="receipt" />
      {isOpen ? <WithdrawForm language={language} docket={docket} pin={pin} /> : null}
      <p>
        <a href={`/${language}/claims`}>{say(language, words.another)}</a>
      </p>
    </>
  )
}
