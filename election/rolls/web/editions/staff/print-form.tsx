import { useAct, useSession, useSpeech } from '@intikhab/kernel/console'
import { nameIn } from '@intikhab/kernel/screens'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { PrintOrder } from '../../../server/editions/print-order.ts'
import { StaffForm } from '../../staff/staff-form.tsx'
import { useDelimitations } from './delimitations.ts'
import { editionWords, printWords as words } from './words.ts'

const kinds = ['area', 'station', 'allStations', 'printedCopy', 'searchableCopy'] as const
type Kind = (typeof kinds)[number]

/** Orders a print: of an area, of one station or all of a seat, or a copy for a recipient. */
export function PrintForm({ rollId, electionId }: { rollId: string; electionId: string }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  // A returning officer has stations, a registration officer areas.
  const [kind, setKind] = useState<Kind>(may('rolls.read') ? 'area' : 'station')
  const [said, setSaid] = useState({ block: '', seat: '', station: '1', recipient: '', delimitationId: '' })
  const [marked, setMarked] = useState(false)
  const [slips, setSlips] = useState(false)
  const delimitations = useDelimitations()
  const delimitationId = said.delimitationId === '' ? (delimitations[0]?.id ?? '') : said.delimitationId
  const act = useAct<{ readonly order: PrintOrder }, { readonly print: string }>(`/api/rolls/${rollId}/prints`, {
    refresh: [['/api/rolls/prints']],
  })
  const isCopy = kind === 'printedCopy' || kind === 'searchableCopy'
  const orderOf = (): PrintOrder => {
    const { block, recipient } = said
    const seat = said.seat.trim().toUpperCase()
    if (kind === 'area') return { kind, block, delimitationId: delimitationId === '' ? null : delimitationId }
    if (kind === 'station') return { kind, electionId, seat, station: Number(said.station), marked, slips }
    if (kind === 'allStations') return { kind: 'stations', electionId, seat, marked, slips }
    const form = kind === 'printedCopy' ? 'printed' : 'searchable'
    return { kind: 'copy', form, delimitationId, seat, electionId: electionId === '' ? null : electionId, recipient }
  }
  const send = () => {
    act.mutate({ order: orderOf() })
  }
  const input = (
    field: 'block' | 'seat' | 'station' | 'recipient',
    label: string,
    more: Record<string, unknown> = {},
  ) => (
    <TextInput
      label={label}
      required
      value={said[field]}
      onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
      {...more}
    />
  )
  return (
    <section>
      <h2>{t(words.order)}</h2>
      <StaffForm act={act} button={t(isCopy ? words.askCopy : words.ask)} onSend={send}>
        <NativeSelect
          label={t(words.kind)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
          data={kinds.map((one) => ({ value: one, label: t(words[one]) }))}
        />
        {kind === 'area'
          ? input('block', t(words.block), { pattern: '[0-9]{9}', inputMode: 'numeric', dir: 'ltr' })
          : null}
        {kind === 'area' ? null : input('seat', t(words.seat), { dir: 'ltr', maxLength: 12 })}
        {kind === 'station' || kind === 'allStations' ? (
          <>
            {kind === 'station'
              ? input('station', t(words.stationNumber), { type: 'number', min: 1, dir: 'ltr' })
              : null}
            <Checkbox
              label={t(words.marked)}
              checked={marked}
              onChange={(event) => setMarked(event.currentTarget.checked)}
            />
            <Checkbox
              label={t(words.slips)}
              checked={slips}
              onChange={(event) => setSlips(event.currentTarget.checked)}
            />
          </>
        ) : null}
        {isCopy ? (
          <>
            <NativeSelect
              label={t(editionWords.delimitation)}
              value={delimitationId}
              onChange={(event) => setSaid({ ...said, delimitationId: event.currentTarget.value })}
              data={delimitations.map(({ id, name }) => ({ value: id, label: nameIn(language, name) }))}
            />
            {input('recipient', t(words.recipient), {
              description: t(words.recipientHint),
              minLength: 3,
              maxLength: 120,
            })}
          </>
        ) : null}
      </StaffForm>
    </section>
  )
}
