import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const bytes = z.string().regex(/^[\w-]+={0,2}$/)
const id = bytes.max(1400)
const common = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
}

/** A passkey as a browser made it (WebAuthn Level 3 §5.1, RegistrationResponseJSON). */
export const madePasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes.max(4000),
    attestationObject: bytes.max(12_000),
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
}) as unknown as z.ZodType<RegistrationResponseJSON>

/** A passkey as a browser shows it (AuthenticationResponseJSON). */
export const shownPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes.max(4000),
    authenticatorData: bytes.max(4000),
    signature: bytes.max(1400),
    userHandle: z
      .string()
      .max(100)
      .nullish()
      .transform((each) => each ?? undefined),
  }),
}) as unknown as z.ZodType<AuthenticationResponseJSON>

/** Options that the browser's own code reads; their shape is WebAuthn's, not ours. */
export const ceremonyOptions = z
  .record(z.string(), z.unknown())
  .describe('Options for the browser, WebAuthn Level 3 §5.4')
