import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { afterChange } from './methods.ts'
import { words } from './words.ts'

/** Ties the account to the directory of staff, by signing in there, or unties it. */
export function DirectoryLink({ linked }: { linked: boolean }): ReactNode {
  const { t } = useSpeech()
  const link = useAct<undefined, { readonly address: string }>('/api/identity/directory/link', { refresh: [] })
  const unlink = useAct<undefined, undefined>('/api/identity/directory/unlink', afterChange)
  const act = linked ? unlink : link
  const go = () =>
    linked ? unlink.mutate(undefined) : link.mutate(undefined, { onSuccess: ({ address }) => location.assign(address) })
  return (
    <>
      <p>{t(linked ? words.linked : words.notLinked)}</p>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <p>
        <Button variant="default" loading={act.isPending} onClick={go}>
          {t(linked ? words.unlink : words.link)}
        </Button>
      </p>
    </>
  )
}
