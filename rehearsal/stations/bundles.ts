import type { Form45, FormBundle } from '@intikhab/results'
import { writeForm45, writeForm46, type CountedStation, type StationDevice } from '@intikhab/results/sim'
import type { Attempt, WrongForm } from './faults.ts'

const day = 24 * 3600_000

type Maker = (device: StationDevice, station: CountedStation, now: number) => FormBundle

const wrong: Readonly<Record<WrongForm, Maker>> = {
  'wrong-arithmetic': (device, station) => device.sign(withOneVoteMore(writeForm45(station))),
  'form-46-in-place-of-45': (device, station) => device.sign(writeForm46(station), '45'),
  'wrong-signature': (device, station) => damaged(device.sign(writeForm45(station))),
  'future-date': (device, station, now) =>
    device.sign(writeForm45({ ...station, madeAt: new Date(now + day).toISOString() })),
}

/** The signed bundle of one attempt. `now`, in milliseconds, is for the device whose clock runs ahead. */
export function bundleOf(
  device: StationDevice,
  station: CountedStation,
  { form, as }: Pick<Attempt, 'form' | 'as'>,
  now: number,
): FormBundle {
  if (as !== 'right') return wrong[as](device, station, now)
  return device.sign(form === '45' ? writeForm45(station) : writeForm46(station))
}

/** A vote added to the first row and not to the total; nobody claims that the paper reads so. */
function withOneVoteMore({ asOnPaper: _claimed, ...form }: Form45): Form45 {
  const [first, ...others] = form.candidates
  if (first === undefined) return form
  return { ...form, candidates: [{ ...first, valid: first.valid + 1, total: first.total + 1 }, ...others] }
}

function damaged(bundle: FormBundle): FormBundle {
  const [signature] = bundle.signatures
  const bytes = Buffer.from(signature?.sig ?? '', 'base64')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return { ...bundle, signatures: [{ keyid: signature?.keyid ?? '', sig: bytes.toString('base64') }] }
}
