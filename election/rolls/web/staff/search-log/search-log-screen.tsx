import { useSpeech } from '@intikhab/kernel/console'
import { addDays, karachiDate } from '@intikhab/law'
import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { DistrictChoice } from '../district-choice.tsx'
import { words } from './words.ts'

/** Hands the log of searches to whoever examines how the register was used. */
export function SearchLogScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p>{t(words.lead)}</p>
      <DistrictChoice>{({ code }) => <Days district={code} />}</DistrictChoice>
    </>
  )
}

function Days({ district }: { district: string }): ReactNode {
  const { t } = useSpeech()
  const today = karachiDate(new Date())
  const [days, setDays] = useState<{ from: string; until: string }>({ from: addDays(today, -7), until: today })
  const { from, until } = days
  const isSound = from !== '' && from <= until && until <= today
  return (
    <div className="staff-form">
      {(['from', 'until'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(words[field])}
          required
          max={today}
          value={days[field]}
          onChange={(event) => setDays({ ...days, [field]: event.currentTarget.value })}
        />
      ))}
      {isSound ? (
        <p className="form-buttons">
          <Button
            component="a"
            variant="default"
            href={`/api/rolls/districts/${district}/searches.csv?from=${from}&until=${until}`}
            download
          >
            {t(words.download)}
          </Button>
        </p>
      ) : (
        <p role="alert">{t(words.wrongDays)}</p>
      )}
    </div>
  )
}
