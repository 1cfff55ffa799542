import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { writeNewDurably } from '@intikhab/kernel/ledger'

/**
 * A PIN that a token has refused, remembered on the disk: a token locks after a few wrong ones, and neither a program that
 * is started again by its supervisor nor a second thread may use them up. What is kept is a slow hash, for its owner alone.
 */
export interface RefusedPin {
  has(pin: string): boolean
  remember(pin: string): void
  /** The token has taken a PIN. */
  forget(): void
}

const schema = z.object({ salt: z.base64(), hash: z.base64() })

function hashOf(pin: string, salt: Buffer): Buffer {
  return scryptSync(pin, salt, 32)
}

function findKept(file: string): { salt: Buffer; hash: Buffer } | undefined {
  if (!existsSync(file)) return undefined
  const { salt, hash } = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

/** The memory for refused PINs in `file`, which need not exist. */
export function openRefusedPin(file: string): RefusedPin {
  return {
    has(pin) {
      const kept = findKept(file)
      return kept !== undefined && timingSafeEqual(hashOf(pin, kept.salt), kept.hash)
    },
    remember(pin) {
      const salt = randomBytes(16)
      rmSync(file, { force: true })
      writeNewDurably(
        file,
        JSON.stringify({ salt: salt.toString('base64'), hash: hashOf(pin, salt).toString('base64') }),
        0o600,
      )
    },
    forget: () => rmSync(file, { force: true }),
  }
}
