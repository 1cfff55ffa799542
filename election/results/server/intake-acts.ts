import type { LedgerAct } from '@intikhab/kernel/ledger'
import type { ResultsActName } from '../core/acts.ts'
import { sections } from '../core/sections.ts'
import type { Count, Keep } from './intake-decision.ts'
import { formRecord, setAsideRecord, type FormRecord, type RecordNow, type SetAsideRecord } from './records.ts'

/** What stands in both tables of a signed form. */
function signedRow({ opened: { form, envelope, text }, arrivedAt }: Keep | Count) {
  return {
    election_id: form.electionId,
    contest_id: form.contestId,
    station_number: form.stationNumber,
    form: form.form,
    bundle_id: envelope.bundleId,
    device_key: envelope.keyId,
    signature: envelope.signature.toString('base64'),
    // The form may write the same instant in more digits than the register keeps.
    made_at: new Date(form.madeAt).toISOString(),
    arrived_at: arrivedAt,
    payload: text,
  }
}

/** The row of a form's first version. */
export function formRow(count: Count): FormRecord {
  return {
    ...signedRow(count),
    version: 1,
    account_id: null,
    cause: null,
    reason: null,
    reason_salt: null,
    confirmed: false,
    image_sha256: count.opened.form.imageSha256 ?? null,
    findings: count.findings,
    approval_id: null,
  }
}

/** The row of a form that is set aside. */
export function setAsideRow(keep: Keep): SetAsideRecord {
  return { ...signedRow(keep), code: keep.code }
}

/** How the ledger tells that a form came in. */
export function receivedAct(count: Count): LedgerAct {
  return actOf('form-received', count, formRecord(formRow(count)), {})
}

/** How the ledger tells that a form was set aside. */
export function setAsideAct(keep: Keep): LedgerAct {
  return actOf('form-set-aside', keep, setAsideRecord(setAsideRow(keep)), { code: keep.code })
}

function actOf(
  act: ResultsActName,
  { opened: { form, envelope }, arrivedAt }: Keep | Count,
  { record, hash }: RecordNow,
  detail: LedgerAct['detail'],
): LedgerAct {
  return {
    system: 'results',
    act,
    subject: `${form.electionId}/${form.stationId}/form-${form.form}`,
    actor: { kind: 'device', id: envelope.keyId, office: `station/${form.stationId}` },
    madeAt: form.madeAt,
    arrivedAt,
    section: sections.count,
    changes: [{ record, before: null, after: hash }],
    detail: { bundleId: envelope.bundleId, ...detail },
  }
}
