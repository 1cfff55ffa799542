import type { Voter } from '../../core/register/voter.ts'
import type { Random } from './random.ts'

/** An address as the registry writes it. */
export interface RegistryAddress {
  readonly ur: string
  readonly block: string
}

/** Somebody in the civil registry: what stands on the card. */
export interface RegistryPerson {
  readonly cnic: string
  readonly nameUr: string
  readonly nameEn: string
  readonly relation: 'son' | 'daughter' | 'wife'
  readonly relationNameUr: string
  readonly gender: 'male' | 'female'
  readonly dateOfBirth: string
  readonly permanent: RegistryAddress
  readonly temporary: RegistryAddress | null
  readonly headOfFamily: string | null
}

/** A man or a woman of the register as the registry has them, with the permanent address alone. */
export function personOf(voter: Voter): RegistryPerson {
  const { cnic, nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addresses } = voter
  const { textUr: ur, block } = addresses.permanent
  return {
    cnic,
    nameUr,
    nameEn,
    relation,
    relationNameUr,
    gender: gender === 'male' ? 'male' : 'female',
    dateOfBirth,
    permanent: { ur, block },
    temporary: null,
    headOfFamily: null,
  }
}

type Name = readonly [ur: string, en: string]
const men: readonly Name[] = [
  ['محمد اکرم', 'Muhammad Akram'],
  ['علی رضا', 'Ali Raza'],
  ['عبدالکریم', 'Abdul Karim'],
  ['کاشف محمود', 'Kashif Mehmood'],
  ['یاسر خان', 'Yasir Khan'],
  ['ہدایت اللہ', 'Hidayatullah'],
  ['غلام مصطفیٰ', 'Ghulam Mustafa'],
  ['فیصل شہزاد', 'Faisal Shahzad'],
]
const women: readonly Name[] = [
  ['ثمینہ بی بی', 'Samina Bibi'],
  ['عائشہ صدیقہ', 'Ayesha Siddiqa'],
  ['کلثوم اختر', 'Kulsoom Akhtar'],
  ['زینب بی بی', 'Zainab Bibi'],
  ['نسرین کوثر', 'Nasreen Kausar'],
  ['رضیہ سلطانہ', 'Razia Sultana'],
  ['حمیرا یاسمین', 'Humaira Yasmeen'],
  ['فاطمہ زہرا', 'Fatima Zahra'],
]

export function drawAddress(random: Random, blocks: readonly string[]): RegistryAddress {
  return {
    ur: `مکان نمبر ${1 + random.below(900)}، گلی ${1 + random.below(40)}، محلہ اسلام پورہ`,
    block: random.of(blocks),
  }
}

/** Another name for the same person, as after a correction. */
export function drawName(random: Random, gender: RegistryPerson['gender']): { nameUr: string; nameEn: string } {
  const [nameUr, nameEn] = random.of(gender === 'male' ? men : women)
  return { nameUr, nameEn }
}

/** A CNIC of the simulator's own, number `n` from 0: it begins with 98, as nobody's does; men end odd, women even. */
function ownCnic(n: number, gender: RegistryPerson['gender'], random: Random): string {
  return `98${String(n).padStart(10, '0')}${2 * random.below(5) + (gender === 'male' ? 1 : 0)}`
}

/** Somebody who gets the first card: 18 some days ago, or up to `oldest` years older. `today`: `YYYY-MM-DD`. */
export function drawNewcomer(random: Random, n: number, blocks: readonly string[], today: string): RegistryPerson {
  const gender = random.chance(0.5) ? 'male' : 'female'
  const years = 18 + (random.chance(0.7) ? 0 : random.below(40))
  const days = 20 + random.below(340)
  const born = new Date(
    Date.UTC(Number(today.slice(0, 4)) - years, Number(today.slice(5, 7)) - 1, Number(today.slice(8)) - days),
  )
  return {
    cnic: ownCnic(n, gender, random),
    ...drawName(random, gender),
    relation: gender === 'male' ? 'son' : random.chance(0.4) ? 'wife' : 'daughter',
    relationNameUr: random.of(men)[0],
    gender,
    dateOfBirth: born.toISOString().slice(0, 10),
    permanent: drawAddress(random, blocks),
    temporary: random.chance(0.15) ? drawAddress(random, blocks) : null,
    headOfFamily: null,
  }
}
