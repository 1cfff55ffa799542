import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Intikhab',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
  })
}

/** A new secret for an authenticator app, base32, 160 bits (RFC 4226 §4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The `otpauth://` address that an authenticator app reads from a QR code. */
export function totpAddress(secret: string, signInName: string): string {
  return totpOf(secret, signInName).toString()
}

/** The code that an authenticator app shows at an instant. For demonstrations and tests: people have an app. */
export function totpCode(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() })
}

/**
 * The time step (RFC 6238) whose code this is, allowing one step of clock difference either way; undefined for a wrong
 * code. The caller stores the step and refuses any that is not later: a code seen over a shoulder is worth nothing.
 */
export function findTotpStep(secret: string, code: string, at: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / periodSeconds) + delta
}
