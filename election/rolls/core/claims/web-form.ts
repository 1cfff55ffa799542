import { hasUrdu } from '../registry-feed/urdu-text.ts'
import type { ClaimPurpose } from './claim-content.ts'

const claimantFields = ['name', 'cnic', 'phone', 'repName', 'repCnic'] as const
const correctedFields = ['nameUr', 'nameEn', 'relationNameUr', 'dateOfBirth', 'gender'] as const

/** The fields of the public forms, by the names under which a browser sends them. */
export const webFields = {
  registration: [
    ...claimantFields,
    'fatherName',
    'relation',
    'gender',
    'born',
    'disabled',
    'permanent',
    'chosen',
    'other',
    'district',
    'block',
  ],
  correction: [...claimantFields, 'district', ...correctedFields, 'statement'],
  objection: [...claimantFields, 'block', 'list', 'serial', 'person', 'ground', 'statement'],
} as const satisfies Readonly<Record<ClaimPurpose, readonly string[]>>

export type WebField = (typeof webFields)[ClaimPurpose][number]

/** A public form as it was typed. */
export type TypedForm = Readonly<Partial<Record<WebField, string>>>

/** Words of a form as the parts of a claim; whether they can be right the schema of claims says. */
export function claimOfForm(purpose: ClaimPurpose, typed: TypedForm): unknown {
  const of = (field: WebField) => (typed[field] ?? '').trim()
  const representative =
    of('repName') === '' && of('repCnic') === '' ? null : { name: of('repName'), cnic: of('repCnic') }
  const claimant = { name: of('name'), cnic: of('cnic'), phone: of('phone'), representative }
  return { claimant, content: contentOf(purpose, of) }
}

function contentOf(purpose: ClaimPurpose, of: (field: WebField) => string): unknown {
  if (purpose === 'objection')
    return {
      purpose,
      ground: of('ground'),
      block: of('block'),
      gender: of('list'),
      serial: Number(of('serial')),
      name: of('person'),
      statement: of('statement'),
    }
  if (purpose === 'correction') {
    const corrections = Object.fromEntries(
      correctedFields.filter((field) => of(field) !== '').map((field) => [field, of(field)]),
    )
    return { purpose, corrections, statement: of('statement') }
  }
  const isPermanent = of('chosen') === 'permanent'
  const block = of('block') === '' ? null : of('block')
  const isUrdu = hasUrdu(of('name'))
  return {
    purpose,
    person: {
      nameUr: isUrdu ? of('name') : '',
      nameEn: isUrdu ? '' : of('name'),
      relation: of('relation'),
      relationNameUr: of('fatherName'),
      gender: of('gender'),
      dateOfBirth: of('born'),
      disabled: of('disabled') !== '',
    },
    chosen: of('chosen'),
    permanent: { textUr: of('permanent'), block: isPermanent ? block : null },
    other: isPermanent ? null : { textUr: of('other'), block },
  }
}

/** The field of the form that stands behind a path of the claim, e.g. `content/person/dateOfBirth`. */
export function fieldOfPath(path: string): WebField {
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  const isRepresentative = path.includes('representative')
  const renamed: Readonly<Record<string, WebField>> = {
    dateOfBirth: path.includes('person') ? 'born' : 'dateOfBirth',
    nameUr: path.includes('person') ? 'name' : 'nameUr',
    nameEn: path.includes('person') ? 'name' : 'nameEn',
    relationNameUr: path.includes('person') ? 'fatherName' : 'relationNameUr',
    gender: path.includes('person') || path.includes('corrections') ? 'gender' : 'list',
    textUr: path.includes('other') ? 'other' : 'permanent',
    name: isRepresentative ? 'repName' : path.includes('content') ? 'person' : 'name',
    cnic: isRepresentative ? 'repCnic' : 'cnic',
    corrections: 'nameUr',
    block: 'block',
    other: 'other',
  }
  const known: readonly string[] = Object.values(webFields).flat()
  return renamed[last] ?? (known.includes(last) ? (last as WebField) : 'name')
}
