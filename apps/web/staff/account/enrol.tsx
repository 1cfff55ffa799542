import { Loaded, useGet, useSpeech } from '@intikhab/kernel/console'
import { useEffect, type ReactNode } from 'react'
import { words as consoleWords } from '../words.ts'
import { AuthenticatorSetUp } from './authenticator.tsx'
import { DirectoryLink } from './directory-link.tsx'
import { accountPath, type OwnMethods } from './methods.ts'
import { AddPasskey } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { words } from './words.ts'

/** What an invited person sees until there is a way to sign in: a passkey, or a password with an app. */
export function Enrol(): ReactNode {
  const { t } = useSpeech()
  const methods = useGet<OwnMethods>(accountPath)
  const title = t(words.enrol)
  useEffect(() => {
    document.title = t(consoleWords.titleOf, { screen: title })
  })
  return (
    <>
      <h1>{title}</h1>
      <Loaded query={methods}>
        {({ signInName, passwordSetAt, authenticatorSetAt, directory }) => (
          <>
            <p>{t(words.enrolLead, { name: signInName })}</p>
            <section>
              <h2>{t(words.enrolPasskey)}</h2>
              <p>{t(words.passkeysLead)}</p>
              <AddPasskey first />
            </section>
            <section>
              <h2>{t(words.enrolPassword)}</h2>
              <p>{t(words.enrolBoth)}</p>
              {passwordSetAt === null ? <PasswordForm signInName={signInName} hasOne={false} /> : null}
              {passwordSetAt !== null && authenticatorSetAt === null ? <AuthenticatorSetUp /> : null}
            </section>
            {directory.offered && passwordSetAt === null ? (
              <section>
                <h2>{t(words.enrolDirectory)}</h2>
                {directory.linked ? <AuthenticatorSetUp /> : <DirectoryLink linked={false} />}
              </section>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}
