import { nameSounds } from './name-skeleton.ts'

/** What comparing needs of a name; made once a spelling. */
export interface NameForm {
  readonly sounds: readonly string[]
  /** The sounds run together. */
  readonly joined: string
  /** The letters of `joined` in the order of the alphabet: words in another order, together or apart, make no difference. */
  readonly letters: string
  /** The word that tells most: the first that is not one of the names that half the country bears before its own. */
  readonly core: string
}

const before = new Set(['MMD', 'SYD', 'ABD', 'MLK', 'GLM', 'MST'])

export function nameForm(text: string): NameForm {
  const sounds = nameSounds(text)
  const joined = sounds.join('')
  const core = sounds.find((sound) => !before.has(sound)) ?? sounds[0] ?? ''
  return { sounds, joined, letters: Array.from(joined).sort().join(''), core }
}

/**
 * How two spellings of names agree. `same`: they sound alike. `reordered`: the same words. `part`: all words of one are in
 * the other. `near`: a letter or two mistyped. `other`: none of these.
 */
export type NameAgreement = 'same' | 'reordered' | 'part' | 'near' | 'other'

export function nameAgreement(a: NameForm, b: NameForm): NameAgreement {
  if (a.joined === b.joined) return 'same'
  const [few, many] = a.sounds.length <= b.sounds.length ? [a.sounds, b.sounds] : [b.sounds, a.sounds]
  if (few.length < many.length && few.every((sound) => many.includes(sound))) return 'part'
  if (few.length === many.length && few.toSorted().join(' ') === many.toSorted().join(' ')) return 'reordered'
  const length = Math.max(a.joined.length, b.joined.length)
  const allowed = length >= 7 ? 2 : length >= 3 ? 1 : 0
  return mistypings(a.joined, b.joined, allowed) <= allowed ? 'near' : 'other'
}

/** Letters to add, drop, change or swap with their neighbour until `a` is `b` (optimal string alignment); above `limit` any larger number. */
export function mistypings(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const changed = (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(changed, (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
      if (least < best) best = least
    }
    if (best > limit) return limit + 1
    older = old
    old = row
  }
  return old[b.length] ?? 0
}
