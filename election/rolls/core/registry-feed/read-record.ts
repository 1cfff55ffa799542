import { westernDigits } from '@intikhab/kernel/language'
import { parseLegalDate } from '@intikhab/law'
import type { BlockCode } from '@intikhab/delimitation'
import { parseCnic, type Cnic } from '../identifiers.ts'
import type { Address, AddressKind, CardKind, Gender, Relation, RollList } from '../register/voter.ts'
import type { RefusedReason } from './reasons.ts'
import type { RegistryRecord } from './record.ts'
import { hasUrdu, urduText } from './urdu-text.ts'

/** A line that is no record, and why; the CNIC where at least that could be read. */
interface UnreadRecord {
  readonly reason: RefusedReason
  readonly field: string | null
  readonly cnic: Cnic | null
}

export type ReadRecord =
  | { readonly ok: true; readonly record: RegistryRecord }
  | { readonly ok: false; readonly unread: UnreadRecord }

/** Most years that anybody has lived. */
export const longestLife = 130

/** What belongs in no text: control characters, halves of letters, letters that nobody has assigned. */
export const damaged = /[\uFFFD\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u

/**
 * Reads a line of a batch: the record that stands at the place of `number`. CNICs may have dashes and digits of three
 * scripts, Urdu may be written with Arabic letters; everything else that is wrong refuses the one record.
 * `today`: `YYYY-MM-DD`, in Karachi.
 */
export function readRecord(line: string, number: number, today: string): ReadRecord {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    return unreadable
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return unreadable
  const fields = new Fields(raw as Record<string, unknown>, today)
  if (fields.of('n') !== number) return unreadable
  const cnic = fields.cnic('cnic')
  const record = recordOf(fields, number, cnic)
  const { fault } = fields
  return fault === undefined
    ? { ok: true, record }
    : { ok: false, unread: { ...fault, cnic: cnic === '' ? null : cnic } }
}

const unreadable: ReadRecord = { ok: false, unread: { reason: 'unreadable', field: null, cnic: null } }

function recordOf(fields: Fields, number: number, cnic: Cnic): RegistryRecord {
  const kind = fields.of('kind')
  switch (kind) {
    case 'new-card':
    case 'modified-card':
      return {
        kind,
        number,
        cnic,
        identity: {
          cnic,
          card: fields.choice<CardKind>('card', ['cnic', 'nicop', 'poc']),
          nameUr: fields.urdu('nameUr', 100),
          nameEn: fields.latin('nameEn', 100),
          relation: fields.choice<Relation>('relation', ['son', 'daughter', 'wife']),
          relationNameUr: fields.urdu('relationNameUr', 100),
          gender: fields.choice<Gender>('gender', ['male', 'female', 'other']),
          dateOfBirth: fields.pastDay('dateOfBirth'),
          disabled: fields.flag('disabled'),
          list: fields.choice<RollList>('list', ['general', 'supplementary'], 'general'),
          addresses: {
            permanent: fields.address('permanent') ?? fields.missing('permanent'),
            temporary: fields.address('temporary'),
            posting: fields.address('posting'),
          },
          photo: fields.photo('photo'),
        },
        chosen: fields.chosen(),
        headOfFamily: fields.isAbsent('headOfFamily') ? null : fields.cnic('headOfFamily'),
      }
    case 'cancelled-card':
      return { kind, number, cnic }
    case 'death':
      return {
        kind,
        number,
        cnic,
        dateOfBirth: fields.pastDay('dateOfBirth'),
        diedOn: fields.pastDay('diedOn'),
        certificate: fields.isAbsent('certificate') ? null : fields.latin('certificate', 40),
      }
    default:
      fields.note('unknown-kind', 'kind')
      return { kind: 'cancelled-card', number, cnic }
  }
}

/** Reads field by field and remembers the first fault; what is wrong reads as something empty. */
class Fields {
  fault: { readonly reason: RefusedReason; readonly field: string } | undefined
  readonly #raw: Readonly<Record<string, unknown>>
  readonly #today: string

  constructor(raw: Readonly<Record<string, unknown>>, today: string) {
    this.#raw = raw
    this.#today = today
  }

  of(field: string): unknown {
    return Object.hasOwn(this.#raw, field) ? this.#raw[field] : undefined
  }

  isAbsent(field: string): boolean {
    return this.of(field) == null
  }

  note(reason: RefusedReason, field: string): void {
    this.fault ??= { reason, field }
  }

  missing(field: string): Address {
    this.note('missing', field)
    return { textUr: '', block: '' as BlockCode }
  }

  cnic(field: string): Cnic {
    const value = this.of(field)
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text.trim() === '') {
      this.note('missing', field)
      return '' as Cnic
    }
    const digits = westernDigits(text).replace(/[\s\-\u2010-\u2015\p{Cf}]/gu, '')
    const cnic = parseCnic(digits)
    if (cnic === undefined)
      this.note(/^\d+$/.test(digits) && digits.length !== 13 ? 'cnic-length' : 'cnic-malformed', field)
    return cnic ?? ('' as Cnic)
  }

  /** A text of at most `limit` characters; undefined, with the fault noted, where it is none. */
  #text(value: unknown, field: string, limit: number): string | undefined {
    if (typeof value !== 'string') this.note(value == null ? 'missing' : 'unknown-code', field)
    // Long before any text is folded: a line may be 64 KiB.
    else if (value.length > 2 * limit) this.note('text-too-long', field)
    else if (damaged.test(value)) this.note('text-damaged', field)
    else return value
    return undefined
  }

  urdu(field: string, limit: number): string {
    return this.#urduOf(this.of(field), field, limit)
  }

  #urduOf(value: unknown, field: string, limit: number): string {
    const raw = this.#text(value, field, limit)
    if (raw === undefined) return ''
    const text = urduText(raw)
    if (text === '') this.note('missing', field)
    else if (text.length > limit) this.note('text-too-long', field)
    else if (!hasUrdu(text)) this.note('not-in-urdu', field)
    return text
  }

  /** Empty where the registry gives none. */
  latin(field: string, limit: number): string {
    if (this.isAbsent(field)) return ''
    const text = this.#text(this.of(field), field, limit)?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
    if (text.length > limit) this.note('text-too-long', field)
    return text
  }

  choice<K extends string>(field: string, of: readonly [K, ...K[]], usual?: K): K {
    const value = this.of(field) ?? usual
    const found = of.find((one) => one === value)
    if (found === undefined) this.note(value == null ? 'missing' : 'unknown-code', field)
    return found ?? of[0]
  }

  chosen(): AddressKind | null {
    return this.isAbsent('chosen') ? null : this.choice<AddressKind>('chosen', ['permanent', 'temporary', 'posting'])
  }

  flag(field: string): boolean {
    const value = this.of(field) ?? false
    if (typeof value !== 'boolean') this.note('unknown-code', field)
    return value === true
  }

  /** A day that is over or is today, within a life from now. */
  pastDay(field: string): string {
    const value = this.of(field)
    const day = typeof value === 'string' ? westernDigits(value) : ''
    if (value == null) this.note('missing', field)
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parseLegalDate(day) === undefined) this.note('impossible-date', field)
    else if (day > this.#today) this.note('date-in-the-future', field)
    else if (Number(this.#today.slice(0, 4)) - Number(day.slice(0, 4)) > longestLife)
      this.note('impossible-date', field)
    return day
  }

  address(field: string): Address | null {
    const value = this.of(field)
    if (value == null) return null
    if (typeof value !== 'object') {
      this.note('unknown-code', field)
      return null
    }
    const { ur, block } = value as { ur?: unknown; block?: unknown }
    const code = typeof block === 'string' ? westernDigits(block) : ''
    if (!/^[1-9]\d{8}$/.test(code)) this.note(block == null ? 'missing' : 'block-malformed', `${field}.block`)
    return { textUr: this.#urduOf(ur, `${field}.ur`, 300), block: code as BlockCode }
  }

  photo(field: string): string | null {
    const value = this.of(field)
    if (value == null) return null
    if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value
    this.note('unknown-code', field)
    return null
  }
}
