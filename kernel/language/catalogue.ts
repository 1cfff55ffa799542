import { IntlMessageFormat } from 'intl-messageformat'
import { languages, type Language, type Text } from './text.ts'
import { legalTimeZone, localeOf } from './formats.ts'

/** What may stand in a placeholder: text, a number (also for plural and select), or an instant. */
export type MessageValue = string | number | boolean | Date

/** A screen's or a system's texts: each key in every language, checked by `catalogueProblems` in a test. */
export function catalogue<K extends string>(texts: Readonly<Record<K, Text>>): Readonly<Record<K, Text>> {
  return Object.freeze(texts)
}

interface Compiled {
  readonly message: IntlMessageFormat
  /** Names of the placeholders whose value chooses a branch instead of being said. */
  readonly keywords: ReadonlySet<string>
}

const compiled: Readonly<Record<Language, Map<string, Compiled>>> = { en: new Map(), ur: new Map() }

/** Legal time: a date or time written inside a message is Karachi's, whatever clock the machine keeps. */
const inLegalTime = Object.fromEntries(
  ['short', 'medium', 'long', 'full'].map((style) => [style, { timeZone: legalTimeZone }]),
)
const formats = { date: inLegalTime, time: inLegalTime }

function compile(language: Language, text: string): Compiled {
  const known = compiled[language].get(text)
  if (known !== undefined) return known
  const message = new IntlMessageFormat(text, localeOf(language), formats, { ignoreTag: true })
  const made = { message, keywords: findPlaceholders(message.getAst(), (kind) => kind === selection) }
  compiled[language].set(text, made)
  return made
}

const firstStrongIsolate = '\u2068'
const popDirectionalIsolate = '\u2069'

/** A Latin name inside an Urdu sentence must not drag the punctuation around it to the other side. */
function isolated(language: Language, value: MessageValue): MessageValue {
  if (language !== 'ur' || typeof value !== 'string' || !/[A-Za-z]/.test(value)) return value
  return `${firstStrongIsolate}${value}${popDirectionalIsolate}`
}

/**
 * Says `text` in `language` with its ICU placeholders filled: `{name}`, `{n, number}`, `{n, plural, one {…} other {…}}`.
 * Throws when a placeholder has no value or the message does not parse: both are bugs, found by `catalogueProblems`.
 */
export function say(language: Language, text: Text, values?: Readonly<Record<string, MessageValue>>): string {
  const message = text[language]
  if (!message.includes('{') && !message.includes("'")) return message
  const { message: compiledMessage, keywords } = compile(language, message)
  const filled: Record<string, MessageValue> = {}
  for (const [name, value] of Object.entries(values ?? {}))
    filled[name] = keywords.has(name) ? value : isolated(language, value)
  return String(compiledMessage.format(filled))
}

/** The parser's numbers for plain text between placeholders, and for `{x, select, …}`. */
const [literalText, selection] = [0, 5]

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

function findPlaceholders(
  elements: readonly Element[],
  isWanted: (kind: number) => boolean,
  found = new Set<string>(),
): Set<string> {
  for (const element of elements) {
    if (isWanted(element.type) && 'value' in element) found.add(element.value)
    if ('options' in element)
      for (const option of Object.values(element.options)) findPlaceholders(option.value, isWanted, found)
  }
  return found
}

/**
 * What is wrong with a catalogue, one line a fault: an empty text, a message that does not parse, placeholders that
 * differ between the languages, an Urdu text without an Urdu letter. Each system's test expects `[]`.
 */
export function catalogueProblems(texts: Readonly<Record<string, Text>>): string[] {
  const problems: string[] = []
  for (const [key, text] of Object.entries(texts)) {
    const names = new Map<Language, string>()
    for (const language of languages) {
      const message = text[language]
      if (message.trim() === '') problems.push(`${key}: the ${language} text is empty`)
      try {
        const found = findPlaceholders(
          new IntlMessageFormat(message, localeOf(language), formats, { ignoreTag: true }).getAst(),
          (kind) => kind !== literalText,
        )
        names.set(language, [...found].sort().join(', '))
      } catch (error) {
        problems.push(`${key}: the ${language} text does not parse: ${(error as Error).message}`)
      }
    }
    if (names.size === languages.length && new Set(names.values()).size > 1)
      problems.push(
        `${key}: the placeholders differ: ${[...names].map(([language, list]) => `${language} {${list}}`).join(', ')}`,
      )
    if (/[A-Za-z]/.test(text.en) && !/\p{Script=Arabic}/u.test(text.ur))
      problems.push(`${key}: the ur text has no Urdu letter`)
  }
  return problems
}
