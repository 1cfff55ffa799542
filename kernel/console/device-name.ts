import type { Text } from '@intikhab/kernel/language'
import { words } from './words.ts'

/** A browser without a key of its own is known by the mark that it carries. */
const browser = /^browser-([0-9a-f]+)$/

/**
 * Where a session was begun, in words: the browser in use, another one with the beginning of its mark, or an enrolled
 * device with the beginning of its key id. `here`: what the present session was begun at.
 */
export function deviceName(device: string, here?: string): { readonly name: Text; readonly mark: string | null } {
  if (device === here) return { name: words.thisBrowser, mark: null }
  const mark = browser.exec(device)?.[1]
  if (mark !== undefined) return { name: words.otherBrowser, mark: mark.slice(0, 4) }
  return /^[0-9a-f]{32}$/.test(device)
    ? { name: words.enrolledDevice, mark: device.slice(0, 8) }
    : { name: words.otherBrowser, mark: null }
}
