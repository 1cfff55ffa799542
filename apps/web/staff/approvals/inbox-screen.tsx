import { Loaded, shortName, StaffLink, useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code, Empty, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { states, useParty, useProposals, type ListedProposal } from './approvals-data.ts'
import { words } from './words.ts'

/** Everything that takes two people and concerns this person. */
export function InboxScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.approvals)}</h1>
      <p>{t(words.lead)}</p>
      <Loaded query={useProposals()}>
        {({ waiting, mine, done }) => (
          <>
            <Proposals title={words.waiting} none={words.noneWaiting} list={waiting} />
            <Proposals title={words.mine} none={words.noneMine} list={mine} />
            <Proposals title={words.done} none={words.noneDone} list={done} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Proposals(props: { title: Text; none: Text; list: readonly ListedProposal[] }): ReactNode {
  const { t } = useSpeech()
  return (
    <section>
      <h2>{t(props.title)}</h2>
      {props.list.length === 0 ? (
        <Empty>{t(props.none)}</Empty>
      ) : (
        <ul className="proposals">
          {props.list.map((proposal) => (
            <Listed key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Listed({ proposal }: { proposal: ListedProposal }): ReactNode {
  const { language, t } = useSpeech()
  const party = useParty()
  const { id, title, sentence, state, proposedBy, proposedAt, hoursLeft } = proposal
  return (
    <li>
      <p className="proposal-title">
        <StaffLink to={`/approvals/${id}`}>{t(title)}</StaffLink> <Code>{shortName(id)}</Code>{' '}
        <Tag tone={states[state].tone}>{t(states[state].name)}</Tag>
      </p>
      <p>
        <bdi>{sentence[language]}</bdi>
      </p>
      <p className="caption">
        <bdi>{party(proposedBy)}</bdi> · <When at={proposedAt} language={language} />
        {state === 'proposed' ? <> · {t(words.left, { hours: hoursLeft })}</> : null}
      </p>
    </li>
  )
}
