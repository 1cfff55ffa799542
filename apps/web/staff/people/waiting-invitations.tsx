import { Loaded, ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { formatInstant } from '@intikhab/kernel/language'
import { Tag } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { OfficeLine, ShownLink } from './parts.tsx'
import { invitationsPath, useInvitations, type DrawnLink, type ListedInvitation } from './people-data.ts'
import { words } from './words.ts'

/** Invitations that nobody accepted yet: a new link, or none any more. */
export function WaitingInvitations(): ReactNode {
  const { t } = useSpeech()
  const [shown, setShown] = useState<{ readonly name: string; readonly link: DrawnLink }>()
  return (
    <Loaded query={useInvitations()}>
      {({ invitations }) =>
        invitations.length === 0 ? null : (
          <section aria-labelledby="waiting">
            <h2 id="waiting">{t(words.waiting)}</h2>
            {shown === undefined ? null : (
              <>
                <ShownLink {...shown} />
                <Button variant="default" onClick={() => setShown(undefined)}>
                  {t(words.done)}
                </Button>
              </>
            )}
            <ul className="act-list">
              {invitations.map((invitation) => (
                <Waiting
                  key={invitation.invitationId}
                  invitation={invitation}
                  onLink={(link) => setShown({ name: invitation.name, link })}
                />
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  )
}

function Waiting(props: { invitation: ListedInvitation; onLink: (link: DrawnLink) => void }): ReactNode {
  const { invitation, onLink } = props
  const { language, t } = useSpeech()
  const { invitationId, name, grants, state, lapsesAt } = invitation
  const refresh = { refresh: [[invitationsPath]] }
  const renew = useAct<undefined, DrawnLink>(`${invitationsPath}/${invitationId}/link`, refresh)
  const withdraw = useAct<undefined, undefined>(`${invitationsPath}/${invitationId}/withdrawal`, refresh)
  const problem = renew.error?.problem ?? withdraw.error?.problem
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {state === 'open' ? null : <Tag tone="warn">{t(state === 'lapsed' ? words.lapsed : words.noLink)}</Tag>}
        <br />
        <span className="caption">
          {grants.map(({ role, scope }) => (
            <span key={`${role} ${JSON.stringify(scope)}`}>
              <OfficeLine role={role} scope={scope} />{' '}
            </span>
          ))}
          {state === 'open' ? t(words.lapsesAt, { at: formatInstant(language, new Date(lapsesAt)) }) : null}
        </span>
      </span>
      <span className="form-buttons">
        <Button
          variant="default"
          loading={renew.isPending}
          onClick={() => renew.mutate(undefined, { onSuccess: onLink })}
        >
          {t(words.newLink)}
        </Button>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t(words.withdraw)}
        </Button>
      </span>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
    </li>
  )
}
