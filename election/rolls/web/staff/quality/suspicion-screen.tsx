import { Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { nameIn, Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { SuspicionAnswer } from '../../../server/quality/quality-routes.ts'
import { suspicionNames } from '../desk/words.ts'
import { DocketLink } from '../docket-link.tsx'
import { CardsBeside } from './cards-beside.tsx'
import { CardsBelow } from './cards-below.tsx'
import { ChanceTag } from './chance-tag.tsx'
import { DecisionForm } from './decision-form.tsx'
import './quality.css'
import { ReopenForm } from './reopen-form.tsx'
import { SuspicionHistory } from './suspicion-history.tsx'
import { words } from './words.ts'

/** So many cards stand beside each other; more stand below each other. */
const beside = 3

/** One suspicion: why, the cards, and the decision. */
export function SuspicionScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { language, t } = useSpeech()
  const { district = '', suspicion = '' } = params
  const path = `/api/rolls/districts/${district}/suspicions/${suspicion}`
  return (
    <>
      <p>
        <StaffLink to="/quality">{t(words.back)}</StaffLink>
      </p>
      <Loaded query={useGet<SuspicionAnswer>(path)}>
        {(one) => (
          // A fresh form for each: going on to the next must not carry a reason over.
          <article key={one.id}>
            <div className="head-line">
              <h1>{t(suspicionNames[one.kind])}</h1>
              <ChanceTag suspicion={one} />
            </div>
            <ul className="suspicion-reasons" aria-label={t(words.reasons)}>
              {one.reasons.map((reason) => (
                <li key={reason.en}>{nameIn(language, reason)}</li>
              ))}
            </ul>
            {one.cards.length <= beside ? (
              <CardsBeside cards={one.cards} district={district} />
            ) : (
              <CardsBelow cards={one.cards} people={one.people} district={district} />
            )}
            {one.decided === null ? (
              <DecisionForm suspicion={one} district={district} path={path} />
            ) : (
              <>
                <Decided decided={one.decided} district={district} />
                <ReopenForm kind={one.kind} district={district} path={path} />
              </>
            )}
            <SuspicionHistory suspicion={one} />
          </article>
        )}
      </Loaded>
    </>
  )
}

function Decided(props: { decided: NonNullable<SuspicionAnswer['decided']>; district: string }): ReactNode {
  const { t } = useSpeech()
  const { decision, reason, dockets } = props.decided
  return (
    <Notice title={t(words.decided, { decision: t(words[decision]) })}>
      <p>
        <bdi>{reason}</bdi>
      </p>
      {dockets.length === 0 ? null : (
        <p>
          {t(words.dockets)}:{' '}
          {dockets.map((docket) => (
            <DocketLink key={docket} district={props.district} docket={docket} />
          ))}
        </p>
      )}
    </Notice>
  )
}
