import { Loaded, useGet, useSpeech, type StaffPage } from '@intikhab/kernel/console'
import { formatInstant } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { AuthenticatorSetUp } from './authenticator.tsx'
import { DirectoryLink } from './directory-link.tsx'
import { accountPath, type OwnMethods } from './methods.ts'
import { PasswordForm } from './password-form.tsx'
import { Passkeys } from './passkeys.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Sessions } from './sessions.tsx'
import { words } from './words.ts'

function Account(): ReactNode {
  const { language, t } = useSpeech()
  const methods = useGet<OwnMethods>(accountPath)
  const since = (instant: string | null, none: string) =>
    instant === null ? none : t(words.passwordSet, { when: formatInstant(language, new Date(instant)) })
  return (
    <>
      <h1>{t(words.account)}</h1>
      <Loaded query={methods}>
        {(own) => (
          <>
            <p>{t(words.accountLead, { name: own.signInName })}</p>
            <Passkeys passkeys={own.passkeys} />
            <section aria-labelledby="password">
              <h2 id="password">{t(words.password)}</h2>
              <p>{since(own.passwordSetAt, t(words.noPassword))}</p>
              <PasswordForm signInName={own.signInName} hasOne={own.passwordSetAt !== null} />
            </section>
            <section aria-labelledby="authenticator">
              <h2 id="authenticator">{t(words.authenticator)}</h2>
              <p>
                {t(words.authenticatorLead)} {since(own.authenticatorSetAt, t(words.noAuthenticator))}
              </p>
              <AuthenticatorSetUp />
            </section>
            {own.directory.offered ? (
              <section aria-labelledby="directory">
                <h2 id="directory">{t(words.directory)}</h2>
                <DirectoryLink linked={own.directory.linked} />
              </section>
            ) : null}
            <RecoveryCodes methods={own} />
            <Sessions />
          </>
        )}
      </Loaded>
    </>
  )
}

export const accountPage: StaffPage = { path: '/account', act: null, title: words.account, Screen: Account }
