import { useGet, useSpeech } from '@intikhab/kernel/console'
import { addDays, karachiDate } from '@intikhab/law'
import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListChangesAnswer } from '../../../server/register/list-routes.ts'
import { DistrictChoice } from '../district-choice.tsx'
import { StaffForm } from '../staff-form.tsx'
import { Changes } from './changes.tsx'
import { words } from './words.ts'

/** An electoral area and days, both included. */
export interface AskedDays {
  readonly block: string
  readonly from: string
  readonly until: string
}

/** What an agent asks for first: who came onto a list, left it or was corrected in it; and the list as on a day. */
export function ListsScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p>{t(words.lead)}</p>
      <DistrictChoice>{({ code }) => <Area key={code} district={code} />}</DistrictChoice>
    </>
  )
}

function Area({ district }: { district: string }): ReactNode {
  const { t } = useSpeech()
  const today = karachiDate(new Date())
  const [said, setSaid] = useState<AskedDays>({ block: '', from: addDays(today, -30), until: today })
  const [asked, setAsked] = useState<AskedDays>()
  const { block = '', from = '', until = '' } = asked ?? {}
  const path = `/api/rolls/districts/${district}/areas/${block}`
  const query = useGet<ListChangesAnswer>(`${path}/changes?from=${from}&until=${until}`, {
    enabled: asked !== undefined,
    isKept: true,
  })
  const input = (field: keyof AskedDays, more: Record<string, unknown>) => (
    <TextInput
      label={t(words[field])}
      required
      value={said[field]}
      onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
      {...more}
    />
  )
  return (
    <>
      <StaffForm
        act={{ error: query.error, isPending: query.isFetching }}
        button={t(words.show)}
        onSend={() => setAsked(said)}
      >
        {input('block', { pattern: '[0-9]{9}', inputMode: 'numeric', dir: 'ltr', maxLength: 9 })}
        {input('from', { type: 'date', max: today })}
        {input('until', { type: 'date', max: today })}
      </StaffForm>
      {asked === undefined || query.data === undefined ? null : (
        <Changes path={path} asked={asked} answer={query.data} />
      )}
    </>
  )
}
