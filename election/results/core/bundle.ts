/**
 * What a polling station sends: Form-45 (result of the count) and Form-46 (ballot paper account), each as one signed
 * bundle in a DSSE envelope. The signature covers the exact payload bytes, so a bundle may travel by any road and be
 * checked years later with `openssl pkeyutl -verify -rawin`.
 *
 * DSSE: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */

/** Which of the two forms of a station. */
export type FormKind = '45' | '46'

/** Voters by the gender on the roll. */
export interface Voters {
  readonly male: number
  readonly female: number
  readonly total: number
}

/** Voters whose names were struck off as having been issued a ballot, by gender. */
export interface Polled extends Voters {
  readonly other: number
}

/** One candidate's row of Form-45, in the order of Form-33. */
export interface CandidateRow {
  readonly serial: number
  readonly valid: number
  readonly tendered: number
  readonly challenged: number
  /** `valid`, plus those of `tendered` and `challenged` that the election's rule pack counts. */
  readonly total: number
}

/** Why an agent did not sign, as the Act asks the presiding officer to note it (s.90(12)). */
export type AgentRefusal = 'disputes-count' | 'not-asked' | 'left-early' | 'no-reason-given' | 'other'

interface FormHeader {
  readonly electionId: string
  readonly contestId: string
  /** `<constituency>/<number>`, e.g. `NA-21/17`. */
  readonly stationId: string
  readonly stationNumber: number
  /** Instant at which the presiding officer signed, ISO 8601 in UTC. */
  readonly madeAt: string
  /** Always 1: after sending, only the returning officer corrects, with a reason. */
  readonly sequence: 1
}

/** Form-45, result of the count: one per station and contest. */
export interface Form45 extends FormHeader {
  readonly form: '45'
  readonly registered: Voters
  readonly candidates: readonly CandidateRow[]
  /** The total as written on the form. */
  readonly validTotal: number
  /** Ballots excluded from the count (rejected). */
  readonly excluded: number
  readonly polled: Polled
  readonly presidingOfficer: { readonly designation: string }
  readonly agents: { readonly present: number; readonly signed: number; readonly refused: readonly AgentRefusal[] }
  /** SHA-256 of the photograph of the signed paper, hex. */
  readonly imageSha256?: string
  /**
   * The presiding officer was shown that a check fails and says the signed paper reads so. A form that breaks a
   * blocking check is refused without this mark; with it the form is taken in as it is, flagged, and holds up
   * consolidation until the returning officer corrects or confirms it with a reason.
   */
  readonly asOnPaper?: true
}

/** Form-46, ballot paper account: one per station and contest. */
export interface Form46 extends FormHeader {
  readonly form: '46'
  /** Ballot papers received by the station. */
  readonly received: number
  readonly unissued: number
  /** Taken out of the ballot boxes and counted: valid and excluded together. */
  readonly outOfBox: number
  readonly tendered: number
  readonly challenged: number
  readonly spoilt: number
  readonly missing: number
  readonly imageSha256?: string
  readonly asOnPaper?: true
}

export type Form = Form45 | Form46

export const payloadTypes = {
  '45': 'application/vnd.intikhab.form-45+json',
  '46': 'application/vnd.intikhab.form-46+json',
} as const satisfies Record<FormKind, string>

export type PayloadType = (typeof payloadTypes)[FormKind]

/** DSSE envelope as it is POSTed. `payload` and `sig` are standard base64; `keyid` is the station device's key id. */
export interface FormBundle {
  readonly payloadType: PayloadType
  readonly payload: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}

const text = new TextEncoder()

/** The bytes that are signed: DSSE's pre-authentication encoding `DSSEv1 SP LEN(type) SP type SP LEN(body) SP body`. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = text.encode(`DSSEv1 ${text.encode(payloadType).length} ${payloadType} ${payload.length} `)
  const encoded = new Uint8Array(head.length + payload.length)
  encoded.set(head)
  encoded.set(payload, head.length)
  return encoded
}

/** The station's identifier out of its seat and its number there. */
export function stationIdOf(constituency: string, stationNumber: number): string {
  return `${constituency}/${stationNumber}`
}

/**
 * What the intake answers to a bundle that it holds durably; sent again, the same with `duplicate`. `set-aside`: kept and
 * marked, and not counted until it is decided; sent again, the same.
 */
export interface Receipt {
  /** SHA-256 of the payload bytes, hex. */
  readonly bundleId: string
  readonly status: 'accepted' | 'duplicate' | 'set-aside'
  /** Why it is set aside: a code of the list of refusals. */
  readonly code?: string | undefined
  readonly arrivedAt: string
  readonly findings: readonly { readonly code: string; readonly level: 'block' | 'warn' | 'record' }[]
  /** Ledger entry that records the intake; its leaf follows within a second. */
  readonly entryId: number
}
