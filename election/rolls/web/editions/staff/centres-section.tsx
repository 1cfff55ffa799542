import { DataTable, Loaded, useGet, useSession, useSpeech } from '@intikhab/kernel/console'
import { Code, nameIn } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListedCentre, NamedRolls } from '../../../server/editions/stage-routes.ts'
import { CentreForm } from './centre-form.tsx'
import { editionWords as words } from './words.ts'

/** The display centres of a roll, what each has received, and how one is entered or changed. */
export function CentresSection({
  rollId,
  districts,
}: {
  rollId: string
  districts: NamedRolls['districts']
}): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const [changed, setChanged] = useState<ListedCentre>()
  const districtOf = (code: string): string => {
    const known = districts.find((one) => one.code === code)
    return known === undefined ? code : nameIn(language, known.name)
  }
  const nameOf = ({ nameEn, nameUr }: ListedCentre) => nameIn(language, { en: nameEn, ur: nameUr })
  return (
    <section>
      <Loaded query={useGet<readonly ListedCentre[]>(`/api/rolls/${rollId}/display-centres`, { everyMs: 10_000 })}>
        {(centres) => (
          <DataTable
            caption={t(words.centres)}
            file="display-centres.csv"
            rows={centres}
            rowKey={({ number }) => String(number)}
            empty={t(words.noCentres)}
            isMarked={({ number }) => number === changed?.number}
            columns={[
              { key: 'number', head: '№', value: ({ number }) => number, numeric: true },
              { key: 'name', head: t(words.centre), value: nameOf, names: true },
              {
                key: 'district',
                head: t(words.district),
                value: ({ district }) => districtOf(district),
                wideOnly: true,
              },
              {
                key: 'hours',
                head: t(words.hours),
                value: ({ opensAt, closesAt }) => `${opensAt}–${closesAt}`,
                cell: ({ opensAt, closesAt }) => <Code>{`${opensAt}–${closesAt}`}</Code>,
                wideOnly: true,
              },
              { key: 'areas', head: t(words.areas), value: ({ blocks }) => blocks.length, numeric: true },
              { key: 'received', head: t(words.received), value: ({ received }) => received, numeric: true },
              { key: 'undecided', head: t(words.waiting), value: ({ undecided }) => undecided, numeric: true },
              {
                key: 'state',
                head: t(words.state),
                value: ({ isClosed }) => t(isClosed ? words.closed : words.open),
                cell: (centre) =>
                  may('rolls.centres') ? (
                    <Button variant="default" size="compact-sm" onClick={() => setChanged(centre)}>
                      {t(words.change)}
                    </Button>
                  ) : (
                    t(centre.isClosed ? words.closed : words.open)
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {may('rolls.centres') ? (
        <CentreForm
          key={changed?.number ?? 'new'}
          rollId={rollId}
          districts={districts}
          before={changed}
          onDone={() => setChanged(undefined)}
        />
      ) : null}
    </section>
  )
}
