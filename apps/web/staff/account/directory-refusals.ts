import type { ArrivedProblem } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { words } from './sign-in-words.ts'

/** What may come of a visit to the directory, by the code that it leaves in the address. */
const told: Readonly<Record<string, Text>> = {
  'identity.directory-refused': words.directoryRefused,
  'identity.directory-unlinked': words.directoryUnlinked,
  'identity.directory-taken': words.directoryTaken,
  'identity.directory-away': words.directoryAway,
}

/** The refusal that the directory's answer met with, out of the address of the page; undefined where there is none. */
export function findDirectoryRefusal(search: string): ArrivedProblem | undefined {
  const code = new URLSearchParams(search).get('refused') ?? ''
  const text = Object.hasOwn(told, code) ? told[code] : undefined
  return text && { title: text.en, titleUr: text.ur, status: 401, code }
}
