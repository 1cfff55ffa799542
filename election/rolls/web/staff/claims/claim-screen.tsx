import { Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatDay, formatInstant } from '@intikhab/kernel/language'
import { Code, Facts, nameIn, Notice, Tag, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { contentLines } from '../../../core/claims/claim-lines.ts'
import { tellFinding } from '../../../core/claims/findings.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { formatCnic } from '../../../core/identifiers.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { useMayHere } from '../district-choice.tsx'
import { ClaimHistory } from './claim-history.tsx'
import { addressOf } from './claim-step.ts'
import { CompleteForm } from './complete-form.tsx'
import { EndForms } from './end-forms.tsx'
import { HearingForms } from './hearing-forms.tsx'
import { OrderForm } from './order-form.tsx'
import { PapersOfClaim } from './papers.tsx'
import { words } from './words.ts'

/** One claim: the form, what the register says to it, its papers, and what its officer does with it. */
export function ClaimScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { district = '', docket = '' } = params
  const query = useGet<ClaimView>(addressOf({ district, docket }), { everyMs: 10_000 })
  return <Loaded query={query}>{(claim) => <Claim claim={claim} />}</Loaded>
}

function Claim({ claim }: { claim: ClaimView }): ReactNode {
  const { language, t } = useSpeech()
  const mayHere = useMayHere(claim.district)
  const isMine = mayHere(claim.period === 'display' ? 'rolls.revise' : 'rolls.decide')
  const { content, decision, hearing, isOpen, isFrozen } = claim
  return (
    <>
      <div className="head-line">
        <h1>
          <Code>{claim.docket}</Code>
        </h1>
        <Tag tone={claim.isOverdue ? 'bad' : decision === null ? 'busy' : 'good'}>
          {t(claimWords[decision?.outcome ?? claim.state])}
        </Tag>
      </div>
      <p className="lead">
        {t(claimWords.formNumber, { form: claim.form })} · {t(claimWords[content.purpose])} ·{' '}
        {t(claimWords[claim.period])} · {nameIn(language, claim.districtName)}
      </p>
      {isOpen && isFrozen ? <Notice kind="late" title={t(words.frozen)} /> : null}
      {hearing === null || claim.state !== 'hearing-set' ? null : (
        <Notice title={`${t(claimWords.hearing)}: ${formatInstant(language, new Date(hearing.at))} · ${hearing.room}`}>
          {content.purpose === 'objection' ? <p>{t(claim.isNoticed ? words.served : words.notServed)}</p> : null}
        </Notice>
      )}
      {isOpen ? <Findings claim={claim} /> : null}
      {claim.voter === null ? null : (
        <p>
          <StaffLink to={`/register/${claim.voter.district}/voters/${claim.voter.handle}`}>
            {t(content.purpose === 'objection' ? words.historyOfConcerned : words.historyOfVoter)}
          </StaffLink>
        </p>
      )}
      <div className="columns even">
        <div>
          <h2>{t(words.form)}</h2>
          <Facts facts={factsOf(claim, language, t)} />
          <Facts
            facts={contentLines(content, language).map(({ name, value, isCode }, n) => ({
              key: String(n),
              name,
              value: isCode === true ? <Code>{value}</Code> : <bdi>{value}</bdi>,
            }))}
          />
        </div>
        <PapersOfClaim claim={claim} />
      </div>
      {isMine && isOpen ? (
        <>
          {content.purpose === 'registration' ? <CompleteForm claim={claim} content={content} /> : null}
          <HearingForms claim={claim} />
          <OrderForm claim={claim} />
        </>
      ) : null}
      <EndForms claim={claim} isMine={isMine} />
      <ClaimHistory claim={claim} />
    </>
  )
}

function Findings({ claim }: { claim: ClaimView }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <section>
      <h2>{t(words.register)}</h2>
      <ul>
        {claim.findings.map((finding) => (
          <li key={finding.code}>{tellFinding(finding, language)}</li>
        ))}
      </ul>
    </section>
  )
}

function factsOf(
  { claimant, source, lodgedAt, dueOn, isOpen }: ClaimView,
  language: 'en' | 'ur',
  t: ReturnType<typeof useSpeech>['t'],
): Fact[] {
  const dashed = (cnic: string) => (cnic.includes('-') ? cnic : formatCnic(cnic))
  const lodged = `${formatInstant(language, new Date(lodgedAt))} · ${t(claimWords[source])}`
  const facts: Fact[] = [
    { key: 'lodged', name: t(claimWords.lodgedAt), value: lodged },
    ...(isOpen
      ? [
          {
            key: 'due',
            name: t(claimWords.dueOn),
            value: dueOn === null ? t(claimWords.afterResults) : formatDay(language, dueOn),
          },
        ]
      : []),
  ]
  if (claimant === null) return facts
  const { name, cnic, phone, representative } = claimant
  facts.push(
    { key: 'claimant', name: t(claimWords.claimant), value: <bdi>{name}</bdi> },
    { key: 'cnic', name: t(claimWords.cnic), value: <Code>{dashed(cnic)}</Code> },
  )
  if (phone !== '') facts.push({ key: 'phone', name: t(claimWords.phone), value: <Code>{phone}</Code> })
  if (representative !== null)
    facts.push({
      key: 'representative',
      name: t(claimWords.representative),
      value: <bdi>{representative.name}</bdi>,
      note: <Code>{dashed(representative.cnic)}</Code>,
    })
  return facts
}
