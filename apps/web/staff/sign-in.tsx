import { Loaded, postJson, ProblemNotice, useGet, useSpeech } from '@intikhab/kernel/console'
import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { DemonstrationAccounts } from './account/demonstration-accounts.tsx'
import { findDirectoryRefusal } from './account/directory-refusals.ts'
import { words as ways } from './account/sign-in-words.ts'
import { PasswordSignIn, RecoverySignIn, SecondFactorForm, type TypedSecrets } from './account/sign-in-forms.tsx'
import { useSignIn } from './account/use-sign-in.ts'
import { showPasskey } from './step-up/passkey.ts'
import { words } from './words.ts'

/** Which ways lead in here, as `/api/identity/sign-in` tells it. */
interface Ways {
  readonly passkeys: boolean
  readonly directory: boolean
  readonly waiting: boolean
}

const waysPath = '/api/identity/sign-in'
const nothing: TypedSecrets = { name: '', password: '', code: '' }

/** Sign-in: a passkey first, then the other ways; in a demonstration also the accounts, which fill the form. */
export function SignIn({ onSignedIn }: { onSignedIn: () => Promise<void> }): ReactNode {
  const { t } = useSpeech()
  const query = useGet<Ways>(waysPath)
  const [typed, setTyped] = useState(nothing)
  const title = t(words.signIn)
  useEffect(() => {
    document.title = t(words.titleOf, { screen: title })
  })
  return (
    <div className="columns even">
      <section>
        <h1>{title}</h1>
        <Loaded query={query}>
          {(open) =>
            open.waiting ? (
              <AfterDirectory passkeys={open.passkeys} onSignedIn={onSignedIn} onLeave={() => void query.refetch()} />
            ) : (
              <AllWays ways={open} typed={typed} setTyped={setTyped} onSignedIn={onSignedIn} />
            )
          }
        </Loaded>
      </section>
      <DemonstrationAccounts
        onChoose={({ signInName, password, code }) => setTyped({ name: signInName, password, code })}
      />
    </div>
  )
}

async function withPasskey(): Promise<void> {
  await postJson(`${waysPath}/passkey`, await showPasskey(`${waysPath}/passkey-options`))
}

function AllWays(props: {
  ways: Ways
  typed: TypedSecrets
  setTyped: (typed: TypedSecrets) => void
  onSignedIn: () => Promise<void>
}): ReactNode {
  const { typed, setTyped, onSignedIn } = props
  const { t } = useSpeech()
  const { busy, problem, enter } = useSignIn(onSignedIn, findDirectoryRefusal(location.search))
  const withDirectory = () =>
    enter(async () => {
      const { address } = await postJson<{ address: string }>('/api/identity/directory/sign-in')
      location.assign(address)
      // The page is about to be left: nothing is to happen here any more.
      await new Promise<never>(() => undefined)
    })
  return (
    <>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      {props.ways.passkeys ? (
        <>
          <p>{t(ways.passkeyLead)}</p>
          <p>
            <Button loading={busy} onClick={() => void enter(withPasskey)}>
              {t(ways.withPasskey)}
            </Button>
          </p>
        </>
      ) : (
        <p className="caption">{t(ways.noPasskeysHere)}</p>
      )}
      {props.ways.directory ? (
        <p>
          <Button variant="default" loading={busy} onClick={() => void withDirectory()}>
            {t(ways.withDirectory)}
          </Button>
        </p>
      ) : null}
      <h2>{t(props.ways.passkeys || props.ways.directory ? ways.otherWays : ways.withPassword)}</h2>
      <PasswordSignIn
        typed={typed}
        setTyped={setTyped}
        busy={busy}
        onSend={() =>
          void enter(async () => {
            await postJson(waysPath, typed)
          }).then((entered) => (entered ? undefined : setTyped({ ...typed, code: '' })))
        }
      />
      <RecoverySignIn
        busy={busy}
        onSend={(secrets) =>
          void enter(async () => {
            await postJson(`${waysPath}/recovery`, secrets)
          })
        }
      />
    </>
  )
}

/** The directory has said who it is; a code or a passkey makes it sure. */
function AfterDirectory(props: { passkeys: boolean; onSignedIn: () => Promise<void>; onLeave: () => void }): ReactNode {
  const { t } = useSpeech()
  const { busy, problem, enter } = useSignIn(props.onSignedIn)
  const leave = async () => {
    await postJson('/api/identity/directory/leave')
    props.onLeave()
  }
  return (
    <>
      <p>{t(ways.waitingLead)}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      {props.passkeys ? (
        <p>
          <Button loading={busy} onClick={() => void enter(withPasskey)}>
            {t(ways.withPasskey)}
          </Button>
        </p>
      ) : null}
      <SecondFactorForm
        busy={busy}
        onSend={(code) =>
          void enter(async () => {
            await postJson('/api/identity/directory/second-factor', { code })
          })
        }
      />
      <p>
        <Button variant="default" onClick={() => void leave()}>
          {t(ways.startOver)}
        </Button>
      </p>
    </>
  )
}
