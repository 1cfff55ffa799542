import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder of the rehearsal's own, to be removed afterwards. Others may pass through it but not look around: where root
 * rehearses, PostgreSQL runs as another user and could not reach its data otherwise.
 */
export function makeWorkshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-rehearsal-'))
  chmodSync(folder, 0o711)
  return folder
}
