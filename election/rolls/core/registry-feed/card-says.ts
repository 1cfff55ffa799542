import type { Correction } from '../register/change.ts'
import type { Address, AddressKind, Identity, Voter } from '../register/voter.ts'
import type { CardRecord } from './record.ts'

/** What an entry would be if it were as the card says. */
interface CardSays {
  /** What the card says otherwise; empty where it says the same. */
  readonly correction: Correction
  /** The address that would decide the electoral area (s.27), and its kind. */
  readonly chosen: AddressKind
  readonly address: Address
}

/** Holds a card against what the register has of somebody. */
export function cardSays({ identity, chosen }: Pick<CardRecord, 'identity' | 'chosen'>, before: Voter): CardSays {
  const correction = differing(identity, before)
  const addresses = correction.addresses ?? before.addresses
  const kind = chosen ?? before.chosen
  const address = addresses[kind]
  // The permanent address decides where the chosen one is gone; every card has it.
  return address === null
    ? { correction, chosen: 'permanent', address: addresses.permanent }
    : { correction, chosen: kind, address }
}

/** What the card says otherwise than the register. The place of posting is no address of the card: it stays where none is given. */
function differing(identity: Identity, before: Identity): Correction {
  const addresses = { ...identity.addresses, posting: identity.addresses.posting ?? before.addresses.posting }
  const correction: { -readonly [K in keyof Correction]: Correction[K] } = {}
  const kinds: readonly AddressKind[] = ['permanent', 'temporary', 'posting']
  if (!kinds.every((kind) => isSame(addresses[kind], before.addresses[kind]))) correction.addresses = addresses
  if (identity.card !== before.card) correction.card = identity.card
  if (identity.nameUr !== before.nameUr) correction.nameUr = identity.nameUr
  if (identity.nameEn !== before.nameEn) correction.nameEn = identity.nameEn
  if (identity.relation !== before.relation) correction.relation = identity.relation
  if (identity.relationNameUr !== before.relationNameUr) correction.relationNameUr = identity.relationNameUr
  if (identity.gender !== before.gender) correction.gender = identity.gender
  if (identity.dateOfBirth !== before.dateOfBirth) correction.dateOfBirth = identity.dateOfBirth
  if (identity.disabled !== before.disabled) correction.disabled = identity.disabled
  if (identity.list !== before.list) correction.list = identity.list
  if (identity.photo !== null && identity.photo !== before.photo) correction.photo = identity.photo
  return correction
}

function isSame(a: Address | null, b: Address | null): boolean {
  return a === b || (a !== null && b !== null && a.block === b.block && a.textUr === b.textUr)
}
