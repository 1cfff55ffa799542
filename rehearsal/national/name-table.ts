import { nameKey } from '@intikhab/rolls'
import { familyName, personName } from '../country/names.ts'
import { seeded } from '../country/random.ts'

/** Families to choose from, and names of men and of women in each, as often as people have them. */
export const families = 128
const [menOfFamily, womenOfFamily] = [256, 160] as const

/** Names as the bytes that a line of the roll needs of them. */
export interface NameTable {
  /** `<Urdu> TAB <English>` and then the key of the Urdu name in digits, name after name. */
  readonly bytes: Uint8Array
  /** By number of a name: where it begins, how long it is in Urdu, with the English one, and its key. */
  readonly from: Int32Array
  readonly urLength: Uint8Array
  readonly bothLength: Uint8Array
  readonly keyLength: Uint8Array
}

/** Number of a name in the table; `u` is uniform in [0, 1). */
export function nameNumber(family: number, isMan: boolean, u: number): number {
  const first = family * (menOfFamily + womenOfFamily)
  return isMan ? first + Math.floor(u * menOfFamily) : first + menOfFamily + Math.floor(u * womenOfFamily)
}

/** Draws the names: the same for every roll. */
export function makeNameTable(): NameTable {
  const random = seeded('names of the national roll')
  const parts: Buffer[] = []
  const count = families * (menOfFamily + womenOfFamily)
  const from = new Int32Array(count)
  const [urLength, bothLength, keyLength] = [0, 1, 2].map(() => new Uint8Array(count)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  let [number, at] = [0, 0]
  for (let family = 0; family < families; family++) {
    const ofFamily = familyName(random)
    for (let i = 0; i < menOfFamily + womenOfFamily; i++) {
      const { ur, en } = personName(i < menOfFamily ? 'male' : 'female', random, ofFamily)
      const [both, key] = [Buffer.from(`${ur}\t${en}`), Buffer.from(String(nameKey(ur)))]
      from[number] = at
      urLength[number] = Buffer.byteLength(ur)
      bothLength[number] = both.length
      keyLength[number] = key.length
      parts.push(both, key)
      at += both.length + key.length
      number++
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), from, urLength, bothLength, keyLength }
}
