import { nameSounds } from './name-skeleton.ts'

/**
 * The number under which a name is found: a hash of its skeleton, words run together, so that شاہ نواز and شاہنواز are one.
 * A signed 32-bit integer; the same for ever, since it is stored with each voter (`rolls.voter.name_key`).
 */
export function nameKey(name: string): number {
  let hash = basis
  for (const sound of nameSounds(name)) hash = grow(hash, sound)
  return mixed(hash)
}

// FNV-1a, then mixed, so that names that differ in the last letter lie far apart.
const basis = 0x811c9dc5

function grow(hash: number, sound: string): number {
  let grown = hash
  for (let i = 0; i < sound.length; i++) grown = Math.imul(grown ^ sound.charCodeAt(i), 0x01000193)
  return grown
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return half ^ (half >>> 15)
}

/** What a word can sound like, letter by letter. */
const letters = Array.from('ABCDFGHJKLMNPRSTWXYZ')

/**
 * The keys of all names that sound one slip away from this one: a letter more, less or other, or two neighbours exchanged.
 * Some forty for each letter of the skeleton; most are nobody's.
 */
export function keysNear(name: string): readonly number[] {
  const joined = nameSounds(name).join('')
  const near = new Set<number>()
  const add = (sound: string) => near.add(mixed(grow(basis, sound)))
  for (let at = 0; at <= joined.length; at++) {
    const [head, rest] = [joined.slice(0, at), joined.slice(at)]
    for (const letter of letters) {
      add(head + letter + rest)
      if (rest !== '') add(head + letter + rest.slice(1))
    }
    if (rest !== '') add(head + rest.slice(1))
    if (rest.length > 1) add(head + rest.charAt(1) + rest.charAt(0) + rest.slice(2))
  }
  near.delete(nameKey(name))
  return [...near]
}
