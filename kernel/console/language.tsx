import { direction, findLanguage, say, type Language, type MessageValue, type Text } from '@intikhab/kernel/language'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

interface Speech {
  readonly language: Language
  speak(language: Language): void
}

const SpeechContext = createContext<Speech | undefined>(undefined)
const kept = 'intikhab.language'

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language') ?? localStorage.getItem(kept)
  return findLanguage(asked ?? document.documentElement.lang) ?? 'en'
}

/** Gives the console its language, remembered on this machine; the document follows in language and direction. */
export function SpeechProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, speak] = useState(firstLanguage)
  useEffect(() => {
    localStorage.setItem(kept, language)
    document.documentElement.lang = language
    document.documentElement.dir = direction(language)
  }, [language])
  const speech = useMemo(() => ({ language, speak }), [language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The language in use, how to change it, and a way to say a text of a catalogue. */
export function useSpeech(): Speech & { t(text: Text, values?: Readonly<Record<string, MessageValue>>): string } {
  const speech = useContext(SpeechContext)
  if (speech === undefined) throw new Error('a staff screen stands outside the console')
  return { ...speech, t: (text, values) => say(speech.language, text, values) }
}
