import { Loaded, ProposedNotice, sectionNumber, shortName, StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Code, Count, Facts, Notice, Progress, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { states, useParty, useProposal, type ShownProposal } from './approvals-data.ts'
import { Decide, Withdraw } from './decide.tsx'
import { EffectOf } from './effect.tsx'
import { words } from './words.ts'

/** One proposal: what will happen, who proposed it, and the decision. */
export function ProposalScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  const query = useProposal(params['id'] ?? '')
  return (
    <>
      <p>
        <StaffLink to="/approvals">{t(words.back)}</StaffLink>
      </p>
      <Loaded query={query}>
        {(proposal) => <Proposal proposal={proposal} refresh={() => void query.refetch()} />}
      </Loaded>
    </>
  )
}

function Proposal({ proposal, refresh }: { proposal: ShownProposal; refresh: () => void }): ReactNode {
  const { language, t } = useSpeech()
  const { id, title, state, preview, hasChanged, obstacle, mayDecide } = proposal
  const isOpen = state === 'proposed'
  return (
    <>
      <div className="head-line">
        <h1>{t(title)}</h1>
        <Code>{shortName(id)}</Code>
        <Tag tone={states[state].tone}>{t(states[state].name)}</Tag>
      </div>
      <Outcome proposal={proposal} />
      <section>
        <h2>{t(isOpen ? words.whatHappens : words.whatHappened)}</h2>
        {isOpen && hasChanged ? <Notice kind="late" title={t(words.changedSince)} /> : null}
        {obstacle === null ? null : (
          <Notice kind="problem" title={t(words.obstacle)}>
            <p>{obstacle[language]}</p>
          </Notice>
        )}
        <EffectOf preview={preview} />
      </section>
      <About proposal={proposal} />
      {mayDecide ? <Decide proposal={proposal} refresh={refresh} /> : null}
      {isOpen && !mayDecide ? <MayNot proposal={proposal} /> : null}
      <Steps proposal={proposal} />
    </>
  )
}

function About({ proposal }: { proposal: ShownProposal }): ReactNode {
  const { language, t } = useSpeech()
  const party = useParty()
  const { proposedBy, proposedAt, reason, lapsesAt, hoursLeft, state, preview } = proposal
  return (
    <Facts
      facts={[
        { key: 'who', name: t(words.proposedBy), value: <bdi>{party(proposedBy)}</bdi> },
        { key: 'when', name: t(words.proposedAt), value: <When at={proposedAt} language={language} /> },
        { key: 'reason', name: t(words.reason), value: reason === '' ? t(words.noReason) : <bdi>{reason}</bdi> },
        ...(preview.section === undefined
          ? []
          : [
              {
                key: 'section',
                name: t(words.section),
                value: <Code>{sectionNumber(preview.section, language)}</Code>,
              },
            ]),
        {
          key: 'lapses',
          name: t(words.lapses),
          value: <When at={lapsesAt} language={language} />,
          ...(state === 'proposed' ? { note: t(words.left, { hours: hoursLeft }) } : {}),
        },
      ]}
    />
  )
}

/** What became of it; nothing while it is open. */
function Outcome({ proposal }: { proposal: ShownProposal }): ReactNode {
  const { language, t } = useSpeech()
  const { state, failure, decision, actLeaf, progress } = proposal
  if (state === 'carried-out')
    return (
      <Notice kind="good" title={t(words.carriedOut)} live>
        {actLeaf === null ? null : <p>{t(words.actEntry, { leaf: actLeaf })}</p>}
      </Notice>
    )
  if (state === 'failed')
    return (
      <Notice kind="problem" title={t(words.failed)} live>
        {failure === null ? null : <p>{failure[language]}</p>}
      </Notice>
    )
  if (state === 'returned')
    return (
      <Notice kind="late" title={t(words.returned)} live>
        <p>
          <bdi>{decision?.reason}</bdi>
        </p>
      </Notice>
    )
  if (state === 'approved')
    return (
      <Notice title={t(words.underWay)} live>
        {progress === null ? null : (
          <Progress label={progress.step[language]} n={progress.done} of={progress.of} language={language} />
        )}
      </Notice>
    )
  if (state === 'withdrawn') return <Notice title={t(words.withdrawn)} live />
  return state === 'lapsed' ? <Notice kind="late" title={t(words.lapsed)} /> : null
}

/** Why this person has no buttons: the proposer is told what to tell the second officer. */
function MayNot({ proposal }: { proposal: ShownProposal }): ReactNode {
  const { language, t } = useSpeech()
  const { id, lapsesAt, mayWithdraw, whyNot } = proposal
  if (mayWithdraw)
    return (
      <section>
        <h2>{t(words.yours)}</h2>
        <ProposedNotice proposed={{ approvalId: id, lapsesAt }} isOpen />
        <Withdraw id={id} />
      </section>
    )
  return (
    <Notice title={t(words.mayNot)}>
      <p>{whyNot?.[language]}</p>
    </Notice>
  )
}

function Steps({ proposal: { steps } }: { proposal: ShownProposal }): ReactNode {
  const { language, t } = useSpeech()
  const party = useParty()
  return (
    <table className="steps">
      <caption>{t(words.steps)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(words.step)}</th>
          <th scope="col">{t(words.who)}</th>
          <th scope="col">{t(words.when)}</th>
          <th scope="col" className="numeric">
            {t(words.entry)}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ state, at, by, entryId, leaf }) => (
          <tr key={entryId}>
            <th scope="row">{t(state === 'proposed' ? words.stepProposed : states[state].name)}</th>
            <td>
              <bdi>{party(by)}</bdi>
            </td>
            <td>
              <When at={at} language={language} />
            </td>
            <td className="numeric">{leaf === null ? t(words.soon) : <Count n={leaf} language={language} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
