import { ImportScreen, useSession, useSpeech, type ImportKind } from '@intikhab/kernel/console'
import type { ReactNode } from 'react'
import { editionWords as words } from './words.ts'

/** Display centres by a table: those of the district, or of the whole country where the office reaches it. */
export function CentreTable({ rollId, district }: { rollId: string; district: string }): ReactNode {
  const { t } = useSpeech()
  const { grants } = useSession()
  const isNational = grants.some(({ scope }) => scope.kind === 'national')
  const own = `/api/rolls/${rollId}/districts/${district}/display-centres/table`
  const kind: ImportKind = {
    id: 'display-centres',
    title: words.centresTable,
    what: words.centresTableLead,
    files: [
      {
        part: 'centres',
        mediaType: 'text/csv',
        endings: '.csv,.gz',
        label: words.table,
        hint: isNational ? words.tableOfCountry : words.tableOfDistrict,
      },
    ],
    fields: [],
    address(_fields, file) {
      const name = encodeURIComponent(file.replaceAll(/[^\w. -]/g, '-').slice(0, 80))
      return `${isNational ? `/api/rolls/${rollId}/display-centres/table` : own}?file=${name}`
    },
  }
  return (
    <>
      <h3>{t(words.centresTable)}</h3>
      <p>
        {t(words.centresTableLead)}{' '}
        <a href={own} download>
          {t(words.tableAsItIs)}
        </a>
      </p>
      <ImportScreen kind={kind} election="" />
    </>
  )
}
