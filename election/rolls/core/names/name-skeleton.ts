import { articles, familiarSound, suffixes, titles } from './familiar-words.ts'
import { splitWord, withoutArticle } from './split-word.ts'
import { foldName, soundOfLatin, soundOfUrdu } from './word-sound.ts'

/** A word of a name, folded, with what it sounds like. */
interface NameWord {
  readonly word: string
  readonly sound: string
}

const arabic = /[\u0600-\u06ff]/
/** Everything that parts words: a dot, a hyphen, a comma of either script, a space of any kind. */
const between = /[^\p{L}]+/u
const apostrophes = /['’‘`ʼ]/g

function soundOf(word: string): string {
  return familiarSound(word) ?? (arabic.test(word) ? soundOfUrdu(word) : soundOfLatin(word))
}

function wordsOf(written: string): readonly NameWord[] {
  const words = foldName(written.replace(apostrophes, '')).split(between)
  return words
    .flatMap((word) => (familiarSound(word) === undefined ? splitWord(word, arabic.test(word)) : [word]))
    .filter((word) => word !== '')
    .map((word) => ({ word, sound: soundOf(withoutArticle(word)) }))
}

/** Words of names are few and come again: what each amounts to is kept, within bounds. */
const known = new Map<string, readonly NameWord[]>()
const knownAtMost = 200_000

function knownWords(written: string): readonly NameWord[] {
  const found = known.get(written)
  if (found !== undefined) return found
  if (known.size >= knownAtMost) known.clear()
  const words = wordsOf(written)
  known.set(written, words)
  return words
}

/** The sounds of the words of a name, in order; titles, articles and what is said of the dead left out. */
export function nameSounds(text: string): readonly string[] {
  const sounds: string[] = []
  let titlesOnly = ''
  for (const written of text.split(' '))
    for (const { word, sound } of knownWords(written)) {
      if (sounds.length === 0) {
        if (!titles.has(word)) sounds.push(sound)
        else titlesOnly += sound
      } else if (!articles.has(word) && !suffixes.has(word)) sounds.push(sound)
    }
  return sounds.length === 0 ? [titlesOnly] : sounds
}

/**
 * The phonetic skeleton of a name: what its words sound like, a word for a word, equal for its Urdu and its Latin
 * spelling and for the usual variants of either (`محمد علی`, `Mohd. Ali` → `MMD AL`). Several names share a skeleton
 * (راشد, رشید): it finds candidates, whoever uses it compares them.
 */
export const nameSkeleton = (text: string): string => nameSounds(text).join(' ')
