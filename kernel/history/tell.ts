import { languages, say, type Language, type MessageValue, type Text } from '@intikhab/kernel/language'
import type { ActSentences, LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import { roleNames } from '../identity/rights/roles.ts'
import { placeOfKey } from './keys.ts'
import { historyWords as words } from './words.ts'

/** Every system's sentences, by the name that it has in its acts. */
export type SentencesOfSystems = Readonly<Record<string, ActSentences>>

/** A text made in every language at once. */
function inEveryLanguage(make: (language: Language) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as unknown as Text
}

const isRole = (role: string | undefined): role is keyof typeof roleNames =>
  role !== undefined && Object.hasOwn(roleNames, role)

/** An actor as a person reads it: the office and its place; never a name, which only the register knows. */
export function tellActor({ kind, id, role, office }: LedgerActor): Text {
  if (kind !== 'account' || !isRole(role)) return inEveryLanguage((language) => say(language, words[kind], { id }))
  const name = roleNames[role]
  const place = office?.split('/').slice(1).join('/')
  if (place === undefined || place === '') return name
  return inEveryLanguage((language) => say(language, words.officeOf, { role: name[language], place }))
}

/** What an act was done to: a form, a station and a seat by their names, anything else as the ledger has it. */
export function tellSubject(subject: string): Text {
  const place = placeOfKey(subject)
  if (place === undefined) return { en: subject, ur: subject }
  const { electionId: election, seat, station } = place
  const rest = subject.split('/').slice(station === undefined ? 2 : 3)
  const form = /^form-(\d{2})$/.exec(rest[0] ?? '')?.[1]
  if (rest.length > (form === undefined ? 0 : 1)) return { en: subject, ur: subject }
  return inEveryLanguage((language) => {
    const where =
      station === undefined
        ? say(language, words.seat, { seat, election })
        : say(language, words.station, { seat, election, station: String(station) })
    return form === undefined ? where : say(language, words.form, { form, where })
  })
}

const isPlain = (value: unknown): value is MessageValue => ['string', 'number', 'boolean'].includes(typeof value)

function own<T>(all: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return all !== undefined && Object.hasOwn(all, name) ? all[name] : undefined
}

/**
 * An act as one plain sentence in every language. Undefined where nobody gave its kind a sentence, or the sentence wants
 * what this entry does not say: entries are for ever, and an older release may have written less.
 */
export function findTelling(act: LedgerAct, sentences: SentencesOfSystems): Text | undefined {
  const sentence = own(own(sentences, act.system), act.act)
  if (sentence === undefined) return undefined
  const [who, subject] = [tellActor(act.actor), tellSubject(act.subject)]
  const plain = Object.fromEntries(Object.entries(act.detail).filter(([, value]) => isPlain(value)))
  try {
    const values = { ...(plain as Record<string, MessageValue>), ...sentence.values?.(act.detail), who, subject }
    return inEveryLanguage((language) =>
      say(
        language,
        sentence,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inLanguage(language, value)])),
      ),
    )
  } catch {
    return undefined
  }
}

function inLanguage(language: Language, value: MessageValue | Text): MessageValue {
  return typeof value === 'object' && !(value instanceof Date) ? value[language] : value
}

/** The same, with a plain naming of the act where it cannot be told better. */
export function tellAct(act: LedgerAct, sentences: SentencesOfSystems): Text {
  const told = findTelling(act, sentences)
  if (told !== undefined) return told
  const [who, subject] = [tellActor(act.actor), tellSubject(act.subject)]
  return inEveryLanguage((language) =>
    say(language, words.untold, {
      who: who[language],
      subject: subject[language],
      act: act.act,
      system: act.system,
    }),
  )
}
