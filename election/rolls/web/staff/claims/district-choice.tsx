import { Loaded, marks, useGet, useSession, useSpeech, type SignedIn } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Empty, nameIn } from '@intikhab/kernel/screens'
import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { words } from './words.ts'

/** A district of the rolls within one's office. */
interface ListedDistrict {
  readonly code: string
  readonly name: Text
}

/** Whether the person may do an act in a district itself; the server asks again. */
function mayInDistrict(person: Pick<SignedIn, 'grants'>, act: string, district: string): boolean {
  return person.grants.some(({ role, scope }) => {
    const mark = marks(act).get(role)
    const reaches = scope.kind === 'national' || (scope.kind === 'district' && scope.code === district)
    return mark !== undefined && mark !== 'a' && reaches
  })
}

/** Whether the person may do an act in this district. */
export function useMayHere(district: string): (act: string) => boolean {
  const person = useSession()
  return (act) => mayInDistrict(person, act, district)
}

/** The district that one works in: the only one of one's office, or one that is chosen. */
export function DistrictChoice({ children }: { children: (district: ListedDistrict) => ReactNode }): ReactNode {
  const { language, t } = useSpeech()
  const [chosen, setChosen] = useState('')
  const all = useGet<{ readonly districts: readonly ListedDistrict[] }>('/api/rolls/districts')
  return (
    <Loaded query={all}>
      {({ districts }) => {
        const district = districts.find(({ code }) => code === chosen) ?? districts[0]
        if (district === undefined) return <Empty>{t(words.noDistrict)}</Empty>
        return (
          <>
            {districts.length === 1 ? null : (
              <NativeSelect
                label={t(words.district)}
                value={district.code}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={districts.map(({ code, name }) => ({ value: code, label: nameIn(language, name) }))}
              />
            )}
            {children(district)}
          </>
        )
      }}
    </Loaded>
  )
}
