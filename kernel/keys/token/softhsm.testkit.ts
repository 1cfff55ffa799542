import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { TokenPlace } from './connect-token.ts'

const module = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find((file) =>
  existsSync(file),
)

/** True where Debian's softhsm2 is installed; says so where it is not. */
export function hasSoftHsm(): boolean {
  const found = module !== undefined && spawnSync('softhsm2-util', ['--version']).status === 0
  if (!found) process.stdout.write('skipped: tests of PKCS#11 tokens need softhsm2\n')
  return found
}

/** A software token of its own, with the PIN 1234, for tests. */
export function softToken() {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-token-'))
  const [tokens, away, pin] = [join(folder, 'tokens'), join(folder, 'away'), join(folder, 'pin')]
  const settings = join(folder, 'softhsm2.conf')
  mkdirSync(tokens)
  writeFileSync(settings, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  vi.stubEnv('SOFTHSM2_CONF', settings)
  const words = '--init-token --free --label commission --so-pin 87654321 --pin 1234'.split(' ')
  const made = spawnSync('softhsm2-util', words)
  if (made.status !== 0) throw new Error(`softhsm2-util: ${made.stderr.toString()}`)
  const setPin = (text: string): void => {
    writeFileSync(pin, `${text}\n`)
    chmodSync(pin, 0o600)
  }
  setPin('1234')
  const place: TokenPlace = {
    module: module ?? '',
    token: { label: 'commission' },
    pin: { file: pin },
    refusedPin: join(folder, 'pin.refused'),
  }
  return {
    folder,
    place,
    settings,
    setPin,
    unplug() {
      renameSync(tokens, away)
      mkdirSync(tokens)
    },
    plugIn() {
      rmSync(tokens, { recursive: true })
      renameSync(away, tokens)
    },
    remove() {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
