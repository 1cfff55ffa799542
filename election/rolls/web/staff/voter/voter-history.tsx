import { sectionNumber, StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Code, Facts, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { claimWords } from '../../../core/claims/words.ts'
import { readCause } from '../../../core/register/cause.ts'
import { voterFields } from '../../../core/register/told-actions.ts'
import type { VoterAnswer } from '../../../server/register/voter-routes.ts'
import { useMayHere } from '../district-choice.tsx'
import { DocketLink } from '../docket-link.tsx'
import { Officer } from '../officer.tsx'
import './voter-history.css'
import { words } from './words.ts'

type Action = VoterAnswer['history'][number]

/** What was done about a voter, the newest first: a sentence, what differs after it, and on whose authority and why. */
export function VoterHistory({ history, district }: { history: readonly Action[]; district: string }): ReactNode {
  const { t } = useSpeech()
  return (
    <section>
      <h2>{t(words.history)}</h2>
      {history.length === 0 ? (
        <p>{t(words.noHistory)}</p>
      ) : (
        <ol className="voter-history">
          {history.toReversed().map((action) => (
            <li key={action.actionId}>
              <Done action={action} district={district} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Done({ action, district }: { action: Action; district: string }): ReactNode {
  const { language, t } = useSpeech()
  const { at, sentence, differences, by, form, section } = action
  return (
    <>
      <p className="voter-act">{t(sentence)}</p>
      <p className="caption">
        <When at={at} language={language} />
        {form === null ? null : (
          <>
            {' '}
            <Tag tone="plain">{t(claimWords.formNumber, { form })}</Tag>
          </>
        )}
        {section === null ? null : <> · {t(words.section, { section: sectionNumber(section, language) })}</>}
      </p>
      {differences.length === 0 ? null : (
        <Facts
          facts={differences.map(({ field, before, after }) => ({
            key: field,
            name: t(voterFields[field]),
            value: (
              <>
                <del>{before === null ? t(words.none) : t(before)}</del>{' '}
                <ins>{after === null ? t(words.none) : t(after)}</ins>
              </>
            ),
          }))}
        />
      )}
      <p className="caption">
        <LedBy action={action} district={district} /> · {t(words.by)}{' '}
        {by === null ? t(words.registry) : <Officer officer={by} />}
      </p>
    </>
  )
}

/** What led to it, to be opened where it has a page of its own. */
function LedBy({ action, district }: { action: Action; district: string }): ReactNode {
  const { t } = useSpeech()
  const mayHere = useMayHere(district)
  const cause = readCause(action.cause)
  switch (cause.kind) {
    case 'claim':
      return (
        <>
          {t(words.byClaim)}{' '}
          {action.isCauseHere ? <DocketLink district={district} docket={cause.docket} /> : <Code>{cause.docket}</Code>}
        </>
      )
    case 'door':
      return action.isCauseHere && mayHere('rolls.verify') ? (
        <StaffLink to={`/door/${district}/${cause.list}`}>{t(words.byDoor, { ...cause })}</StaffLink>
      ) : (
        t(words.byDoor, { ...cause })
      )
    case 'feed':
      return t(words.byFeed, { record: cause.record })
    case 'order':
      return (
        <>
          {t(words.byOrder)} <bdi>{cause.number}</bdi>
        </>
      )
    case 'paper':
      return (
        <>
          {t(words.byPaper)} <bdi>{cause.paper}</bdi>
        </>
      )
    case 'other':
      return <Code>{cause.text}</Code>
  }
  return cause satisfies never
}
