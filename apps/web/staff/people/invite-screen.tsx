import { ProblemNotice, StaffLink, useAct, useSpeech } from '@intikhab/kernel/console'
import type { Grant } from '@intikhab/kernel/identity'
import { formatInstant } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { GrantForm, type ChosenGrant } from './grant-form.tsx'
import { ShownLink } from './parts.tsx'
import { invitationsPath, type DrawnLink } from './people-data.ts'
import { ByTwo } from './reason.tsx'
import { words } from './words.ts'

/** Invites a person to one office; what is made is shown once. */
export function InviteScreen(): ReactNode {
  const { language, t } = useSpeech()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const refresh = { refresh: [[invitationsPath]] }
  const invite = useAct<{ name: string; grants: readonly Grant[] }, DrawnLink>(invitationsPath, refresh)
  const propose = useAct<object, { lapsesAt: string }>('/api/identity/offices-above', refresh)

  function send({ grant, byTwo }: ChosenGrant) {
    if (byTwo) propose.mutate({ to: { name }, grant, reason })
    else invite.mutate({ name, grants: [grant] })
  }
  const problem = invite.error?.problem ?? propose.error?.problem
  const again = () => {
    setName('')
    setReason('')
    invite.reset()
    propose.reset()
  }
  return (
    <>
      <p>
        <StaffLink to="/people">{t(words.toPeople)}</StaffLink>
      </p>
      <h1>{t(words.invite)}</h1>
      {invite.isSuccess ? <ShownLink name={name} link={invite.data} /> : null}
      {propose.isSuccess ? (
        <Notice
          kind="good"
          title={t(words.proposed, { at: formatInstant(language, new Date(propose.data.lapsesAt)) })}
          live
        />
      ) : null}
      {invite.isSuccess || propose.isSuccess ? (
        <Button variant="default" onClick={again}>
          {t(words.inviteAnother)}
        </Button>
      ) : (
        <>
          <p>{t(words.inviteLead)}</p>
          {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
          <GrantForm
            onSend={send}
            before={
              <TextInput
                label={t(words.fullName)}
                value={name}
                minLength={2}
                maxLength={120}
                required
                onChange={(event) => setName(event.currentTarget.value)}
              />
            }
          >
            {(chosen) => (
              <>
                <ByTwo chosen={chosen} reason={reason} onReason={setReason} />
                <Button type="submit" disabled={chosen === undefined} loading={invite.isPending || propose.isPending}>
                  {t(chosen?.byTwo === true ? words.propose : words.makeInvitation)}
                </Button>
              </>
            )}
          </GrantForm>
        </>
      )}
    </>
  )
}
