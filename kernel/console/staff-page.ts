import type { Text } from '@intikhab/kernel/language'
import type { FunctionComponent } from 'react'

/** A screen of the staff console. Systems export a list of them from their door `./web/staff`. */
export interface StaffPage {
  /** Below `/staff`, parameters with a dollar sign: `/results/$election/seats/$contest`. */
  readonly path: string
  /** The act that a person must hold somewhere to be shown the screen; null for everybody who is signed in. */
  readonly act: string | null
  readonly title: Text
  readonly Screen: FunctionComponent<{ readonly params: Readonly<Record<string, string>> }>
}

/** A file that an import takes. */
export interface ImportFile {
  /** Name of the part where an import takes several files. */
  readonly part: string
  readonly label: Text
  /** What the file is: format and columns. */
  readonly hint: Text
  readonly mediaType: string
  /** For the file picker, e.g. `.csv,.gz`. */
  readonly endings: string
}

/** Something to be said with an import, e.g. the election it is for. */
export interface ImportField {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  /** Filled in when the screen opens. `election` is the identifier of the newest election. */
  readonly optional?: true
  readonly initial: string | ((election: string) => string)
  readonly choices?: readonly { readonly value: string; readonly text: Text }[]
}

/** An import that a system offers on the console. */
export interface ImportKind {
  /** Part of the screen's address. */
  readonly id: string
  readonly title: Text
  readonly what: Text
  readonly files: readonly ImportFile[]
  readonly fields: readonly ImportField[]
  /** Where the file goes. */
  address(fields: Readonly<Record<string, string>>, fileName: string): string
}
