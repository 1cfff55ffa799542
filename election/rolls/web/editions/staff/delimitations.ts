import { useGet } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'

interface ListedDelimitation {
  readonly id: string
  readonly name: Text
}

/** The delimitations by whose seats lists are printed; the first one is meant where none is chosen. */
export function useDelimitations(enabled = true): readonly ListedDelimitation[] {
  const path = '/api/delimitation/delimitations'
  return useGet<{ readonly delimitations: readonly ListedDelimitation[] }>(path, { enabled }).data?.delimitations ?? []
}
