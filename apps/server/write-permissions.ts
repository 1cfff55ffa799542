/** `npm run permissions`: writes `docs/permissions.md` anew from the rights table and the addresses of a running system. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from './environment.ts'
import { permissionsDocument } from './permissions-document.ts'
import { serve } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-permissions-'))
// The embedded database runs under another account and must reach its folder.
chmodSync(folder, 0o755)
const environment = readEnvironment({ PORT: '0', INTIKHAB_DATA: folder })
const serving = await serve(environment, { country: 'demonstration', voters: 3000, onProgress: () => undefined })
try {
  writeFileSync(new URL('../../docs/permissions.md', import.meta.url), permissionsDocument(serving.routes))
  process.stdout.write(`docs/permissions.md: ${serving.routes.length} addresses\n`)
} finally {
  await serving.stop()
  rmSync(folder, { recursive: true, force: true })
}
