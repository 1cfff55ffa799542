import { Loaded, SessionContext, useGet, type SignedIn } from '@intikhab/kernel/console'
import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { consoleRouter } from './router.tsx'
import { Outside } from './frame.tsx'
import { Enrol } from './account/enrol.tsx'
import { AcceptInvitation, invitationAddress } from './people/invitation.tsx'
import { SignIn } from './sign-in.tsx'
import { StepUp } from './step-up/step-up.tsx'

const me = '/api/identity/me'

/** The sign-in for strangers, the console for everybody else; a session that ends leads back here with the address kept. */
export function Entrance(): ReactNode {
  const client = useQueryClient()
  const session = useGet<SignedIn>(me, { everyMs: 60_000 })
  const router = useMemo(() => consoleRouter(), [])
  const [isInvited, setInvited] = useState(() => window.location.pathname === invitationAddress)
  if (isInvited)
    return (
      <Outside>
        <AcceptInvitation
          onAccepted={async () => {
            setInvited(false)
            await client.resetQueries()
          }}
        />
      </Outside>
    )
  if (session.isError && session.error.problem.status === 401)
    return (
      <Outside>
        <SignIn onSignedIn={() => client.resetQueries()} />
      </Outside>
    )
  if (session.data === undefined) return <Outside>{<Loaded query={session}>{() => null}</Loaded>}</Outside>
  if (session.data.mustEnrol)
    return (
      <Outside>
        <Enrol />
      </Outside>
    )
  return (
    <SessionContext value={session.data}>
      <RouterProvider router={router} />
      <StepUp />
    </SessionContext>
  )
}
