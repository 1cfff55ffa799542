import { accountName, useSpeech } from '@intikhab/kernel/console'
import type { ReactNode } from 'react'
import type { ShownOfficer } from '../../core/register/officer.ts'
import { staffWords } from './words.ts'

/** An officer by name and office, as far as the reader may know them. */
export function Officer({ officer: { name, office } }: { officer: ShownOfficer }): ReactNode {
  const { t } = useSpeech()
  const title = t(office ?? staffWords.anOfficer)
  if (name === null || name === '') return title
  const called = t(accountName(name))
  // An account that is called by its office needs it said once.
  return office === null || called.startsWith(title) ? (
    <bdi>{called}</bdi>
  ) : (
    <>
      <bdi>{called}</bdi> · {title}
    </>
  )
}
