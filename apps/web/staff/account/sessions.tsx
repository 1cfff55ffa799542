import { deviceName, Loaded, ProblemNotice, useAct, useGet, useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code, Tag, When } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { sessionsPath, type OwnSession } from './methods.ts'
import { words } from './words.ts'

const ways: Readonly<Record<OwnSession['method'], Text>> = {
  passkey: words.byPasskey,
  password: words.byPassword,
  'recovery-code': words.byRecovery,
  directory: words.byDirectory,
  invitation: words.byInvitation,
}
const refresh = { refresh: [[sessionsPath]] }

/** Where the person is signed in; every other session can be ended, one by one or all at once. */
export function Sessions(): ReactNode {
  const { t } = useSpeech()
  const sessions = useGet<readonly OwnSession[]>(sessionsPath, { everyMs: 30_000 })
  const endOthers = useAct<undefined, { readonly ended: number }>(`${sessionsPath}/end-others`, refresh)
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t(words.sessions)}</h2>
      <p>{t(words.sessionsLead)}</p>
      <Loaded query={sessions}>
        {(list) => (
          <>
            <ul className="act-list">
              {list.map((session) => (
                <OneSession key={session.id} session={session} here={list.find(({ own }) => own)?.device} />
              ))}
            </ul>
            {endOthers.isError ? <ProblemNotice problem={endOthers.error.problem} answers /> : null}
            {list.length > 1 ? (
              <p>
                <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
                  {t(words.endOthers)}
                </Button>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  )
}

function OneSession({
  session: { id, device, method, family, begunAt, seenAt, own },
  here,
}: {
  session: OwnSession
  here: string | undefined
}): ReactNode {
  const { language, t } = useSpeech()
  const end = useAct<undefined, undefined>(`${sessionsPath}/${id}/end`, refresh)
  const at = deviceName(device, here)
  return (
    <li>
      <span>
        <strong>{t(ways[method])}</strong> · {t(at.name)} {at.mark === null ? null : <Code>{at.mark}</Code>}{' '}
        {own ? <Tag tone="good">{t(words.thisOne)}</Tag> : null}
        <br />
        <span className="caption">
          {t(words.begun)} <When at={begunAt} language={language} /> · {t(words.seen)}{' '}
          <When at={seenAt} language={language} /> · {t(words.network)} <bdi lang="en">{family}</bdi>
        </span>
      </span>
      {own ? null : (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
          {t(words.end)}
        </Button>
      )}
      {end.isError ? <ProblemNotice problem={end.error.problem} answers /> : null}
    </li>
  )
}
