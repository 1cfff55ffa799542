import { useSpeech } from '@intikhab/kernel/console'
import { deviceKindNames, fingerprintGroups, type DeviceKind } from '@intikhab/kernel/identity/in-browser'
import { formatInstant } from '@intikhab/kernel/language'
import { Code, Tag } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { QrCode } from '../account/qr-code.tsx'
import { useDevices } from './devices-data.ts'
import { words } from './words.ts'

/** An enrolment with the code that is told this once. */
export interface MadeEnrolment {
  readonly enrolmentId: string
  readonly code: string
  readonly scope: string
  readonly lapsesAt: string
}

/** Where a device enrols itself: this very site, so that the key belongs to it. */
const address = () => `${location.origin}/enrol`

/** Codes to be scanned from the screen or printed and cut out; each tells when its device has come, and as which. */
export function EnrolmentSheet(props: {
  election: string
  kind: DeviceKind
  enrolments: readonly MadeEnrolment[]
  onDone: () => void
}): ReactNode {
  const { election, kind, enrolments, onDone } = props
  const { language, t } = useSpeech()
  const seat = enrolments[0]?.scope.split('/')[0] ?? ''
  const devices = useDevices(election, seat).data?.devices ?? []
  const cameBy = new Map(devices.map((device) => [device.enrolmentId, device]))
  const lapses = formatInstant(language, new Date(enrolments[0]?.lapsesAt ?? 0))
  return (
    <>
      <h1>{t(words.sheet, { place: seat })}</h1>
      <p>{t(words.sheetLead, { address: address(), lapses })}</p>
      <p className="form-buttons no-print">
        <Button onClick={() => window.print()}>{t(words.print)}</Button>
        <Button variant="default" onClick={onDone}>
          {t(words.another)}
        </Button>
      </p>
      <ul className="enrolment-sheet">
        {enrolments.map(({ enrolmentId, code, scope }) => {
          const device = cameBy.get(enrolmentId)
          return (
            <li key={enrolmentId} className="enrolment-slip">
              <p>
                <strong>
                  <Code>{scope}</Code>
                </strong>
              </p>
              <p>{t(deviceKindNames[kind])}</p>
              <QrCode text={`${address()}#${code}`} label={t(words.qrOf, { place: scope })} />
              <p className="typed" dir="ltr">
                {code.match(/.{1,4}/g)?.join('-')}
              </p>
              <output className="no-print">
                {device === undefined ? (
                  <Tag>{t(words.unused)}</Tag>
                ) : (
                  <>
                    <Tag tone="good">{t(words.used)}</Tag>
                    <br />
                    <Code>{fingerprintGroups(device.keyId).slice(0, 4).join(' ')}</Code>
                    <br />
                    <Code>{fingerprintGroups(device.keyId).slice(4).join(' ')}</Code>
                  </>
                )}
              </output>
            </li>
          )
        })}
      </ul>
    </>
  )
}
