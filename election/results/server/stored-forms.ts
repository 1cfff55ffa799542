import type { Form, Form45, Form46 } from '../core/bundle.ts'
import type { AccountVersion, CorrectionCause, CountVersion, Finding, FormOrigin } from '../core/edition.ts'
import type { Version } from '../core/effect.ts'

/** A row of `results.form` with its ledger entry. */
export interface FormRow {
  readonly form_id: number
  readonly contest_id: string
  readonly station_number: number
  readonly form: '45' | '46'
  readonly version: number
  readonly bundle_id: string | null
  readonly device_key: string | null
  readonly cause: string | null
  readonly reason: string | null
  readonly confirmed: boolean
  readonly made_at: Date
  readonly arrived_at: Date
  readonly payload: string
  readonly image_sha256: string | null
  readonly findings: Finding[]
  readonly entry_id: number
}

/** The columns of `FormRow`, of `results.form f` joined to `results.recorded r`. */
export const formColumns = `f.form_id, f.contest_id, f.station_number, f.form, f.version, f.bundle_id, f.device_key, f.cause,
  f.reason, f.confirmed, f.made_at, f.arrived_at, f.payload, f.image_sha256, f.findings, r.entry_id`

/** The form as it was signed, or as the correction left it. It was parsed before it was stored. */
export function formOf(row: Pick<FormRow, 'payload'>): Form {
  return JSON.parse(row.payload) as Form
}

function originOf(row: FormRow): FormOrigin {
  const madeAt = row.made_at.toISOString()
  const { bundle_id: bundleId, device_key: deviceKeyId, cause, reason, confirmed } = row
  if (bundleId !== null && deviceKeyId !== null)
    return reason === null
      ? { by: 'station', deviceKeyId, bundleId, madeAt }
      : { by: 'decision', deviceKeyId, bundleId, reason, madeAt }
  return { by: 'returning-officer', cause: cause as CorrectionCause, reason: reason ?? '', confirmed, madeAt }
}

function headOf(row: FormRow, leaf: number) {
  return {
    version: row.version,
    origin: originOf(row),
    arrivedAt: row.arrived_at.toISOString(),
    entryId: row.entry_id,
    leaf,
    imageSha256: row.image_sha256,
    findings: row.findings,
  }
}

/** A version of Form-45 as the edition shows it. */
export function countVersionOf(row: FormRow, form: Form45, leaf: number): CountVersion {
  return { ...headOf(row, leaf), ...countFigures(form) }
}

function countFigures(form: Form45) {
  const sum = (pick: (candidate: Form45['candidates'][number]) => number): number =>
    form.candidates.reduce((total, candidate) => total + pick(candidate), 0)
  return {
    votes: form.candidates.map(({ total }) => total),
    validTotal: form.validTotal,
    excluded: form.excluded,
    tendered: sum(({ tendered }) => tendered),
    challenged: sum(({ challenged }) => challenged),
    polled: form.polled,
    registered: form.registered,
    agents: { present: form.agents.present, signed: form.agents.signed, refused: form.agents.refused.length },
  }
}

/** A version of Form-46 as the edition shows it. */
export function accountVersionOf(row: FormRow, form: Form46, leaf: number): AccountVersion {
  return { ...headOf(row, leaf), ...accountFigures(form) }
}

function accountFigures({ received, unissued, outOfBox, tendered, challenged, spoilt, missing }: Form46) {
  return { received, unissued, outOfBox, tendered, challenged, spoilt, missing }
}

/** A version that is only proposed, for the seat's book: it has neither arrived nor a ledger entry. */
export function versionOf(
  form: Form,
  made: Pick<CountVersion, 'version' | 'origin' | 'findings' | 'imageSha256'>,
): Version {
  const head = { ...made, arrivedAt: '', entryId: 0, leaf: -1 }
  return form.form === '45'
    ? { form: '45', version: { ...head, ...countFigures(form) } }
    : { form: '46', version: { ...head, ...accountFigures(form) } }
}
