import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvelope } from './open-bundle.ts'
import { deviceAt, sampleBundle } from './results.testkit.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test.skipIf(!hasOpenssl)('openssl alone verifies a bundle, and refuses one with a changed vote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-openssl-'))
  const bundle = sampleBundle('NA-1', 1)
  const { payloadType, payload, signatures } = bundle
  const raw = Buffer.from(deviceAt('NA-1/1').publicKey, 'base64').toString('base64')
  // The 12 bytes before the key are fixed for every Ed25519 key (RFC 8410); in base64 they are these 16 characters.
  writeFileSync(
    join(folder, 'key.pem'),
    `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA${raw}\n-----END PUBLIC KEY-----\n`,
  )
  writeFileSync(join(folder, 'sig'), Buffer.from(signatures[0]?.sig ?? '', 'base64'))
  const verify = (text: string): string => {
    const bytes = Buffer.from(text)
    writeFileSync(join(folder, 'signed'), `DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} ${text}`)
    const args = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'key.pem', '-sigfile', 'sig', '-in', 'signed']
    return spawnSync('openssl', args, { cwd: folder }).stdout.toString()
  }
  const text = Buffer.from(payload, 'base64').toString()
  expect(verify(text)).toContain('Signature Verified Successfully')
  expect(verify(text.replace('"valid":101', '"valid":102'))).not.toContain('Successfully')
  const sum = execFileSync('sha256sum', { input: text }).toString().slice(0, 64)
  const envelope = readEnvelope(bundle)
  expect(envelope.ok && envelope.value.bundleId).toBe(sum)
  rmSync(folder, { recursive: true })
})

if (!hasOpenssl) process.stdout.write('skipped: openssl is not on this machine\n')
