import { nameSounds } from './name-skeleton.ts'

/**
 * The number under which a name is found: a hash of its skeleton, words run together, so that شاہ نواز and شاہنواز are one.
 * A signed 32-bit integer; the same for ever, since it is stored with each voter (`rolls.voter.name_key`).
 */
export function nameKey(name: string): number {
  // FNV-1a, then mixed, so that names that differ in the last letter lie far apart.
  let hash = 0x811c9dc5
  for (const sound of nameSounds(name))
    for (let i = 0; i < sound.length; i++) hash = Math.imul(hash ^ sound.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 15)
}
