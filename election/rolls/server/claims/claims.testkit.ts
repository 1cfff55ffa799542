import { createHash } from 'node:crypto'
import type { EvidenceStore } from '@intikhab/kernel/files'
import { accept } from '@intikhab/kernel/refusal'
import { getRulePack, parseRulePackId } from '@intikhab/law'
import type { BlockCode } from '@intikhab/delimitation'
import type { ClaimPeriod } from '../../core/claims/forms.ts'
import type { CorrectedFields } from '../../core/claims/claim-content.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { openMadeUpRegister, type MadeUpRegister } from '../register/made-up-register.testkit.ts'
import { roll, voter } from '../register/made-up-voters.testkit.ts'
import { voterHandles } from '../register/voter-handle.ts'
import type { ClaimViewParts } from './claim-view.ts'
import { createClaims, type Claims, type Lodging } from './claims.ts'
import { createDoors, type Doors } from './door.ts'
import type { ClaimRouteParts } from './routes-desk.ts'

/** A register of two districts with its claims, on a database of its own; the display is switched by hand. */
export interface ClaimsOffice extends MadeUpRegister {
  readonly parts: ClaimViewParts & Pick<ClaimRouteParts, 'whoIs'>
  readonly claims: Claims
  readonly doors: Doors
  display(isOpen: boolean): void
}

export const officer = { kind: 'account', id: 'dec-attock' } as const

export async function openClaimsOffice(postgresUrl: string): Promise<ClaimsOffice> {
  const register = await openMadeUpRegister(postgresUrl, 20, officer, '2024-03-01T06:00:00Z')
  const { database, ledger, clock, rolls } = register
  const pack = getRulePack(parseRulePackId(roll.rulePack) as never)
  let period: ClaimPeriod = 'all-year'
  const kept = new Map<string, Buffer>()
  const evidence: Pick<EvidenceStore, 'put' | 'get'> = {
    async put(bytes) {
      const all = Buffer.from(bytes as Uint8Array)
      const sha256 = createHash('sha256').update(all).digest('hex')
      kept.set(sha256, all)
      return accept({ sha256, size: all.length })
    },
    get: async (sha256) => kept.get(sha256),
  }
  const handles = voterHandles(Buffer.alloc(32, 1))
  const whoIs = async (name: string) => ({ name, office: null })
  const parts = {
    handles,
    whoIs,
    database,
    ledger,
    rolls,
    evidence,
    now: clock.now,
    law: async () => ({ pack, period }),
  } satisfies ClaimsOffice['parts']
  const claims = createClaims(parts)
  return {
    ...register,
    parts,
    claims,
    doors: createDoors({ ...parts, claims }),
    display: (isOpen) => void (period = isOpen ? 'display' : 'all-year'),
  }
}

const claimantOf = (cnic: Cnic) => ({ cnic, name: 'Kashif', phone: '', representative: null })

/** Somebody claims to be moved or enrolled in another block. */
export function registration(cnic: Cnic, block: string | null, district = 'attock'): Lodging {
  const person = voter(1, '901010101', 'female', 1)
  return {
    district,
    source: 'counter',
    claimant: claimantOf(cnic),
    actor: officer,
    content: {
      purpose: 'registration',
      person,
      chosen: 'temporary',
      permanent: { textUr: 'مکان 1', block: '901010101' as BlockCode },
      other: { textUr: 'مکان 2', block: block as BlockCode | null },
    },
  }
}

/** Somebody objects to a line of a roll. */
export function objection(cnic: Cnic, block: string, serial: number): Lodging {
  return {
    district: 'attock',
    source: 'web',
    claimant: claimantOf(cnic),
    actor: officer,
    content: {
      purpose: 'objection',
      ground: 'not-resident',
      block: block as BlockCode,
      gender: 'male',
      serial,
      name: 'کاشف محمود',
      statement: 'Moved away',
    },
  }
}

export function correction(cnic: Cnic, corrections: CorrectedFields): Lodging {
  const content = { purpose: 'correction', corrections, statement: '' } as const
  return { district: 'attock', source: 'counter', claimant: claimantOf(cnic), actor: officer, content }
}
