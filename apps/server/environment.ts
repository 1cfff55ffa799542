/** The one file that reads the environment. Everything else is told. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '@intikhab/kernel/database'
import type { DirectorySettings } from '@intikhab/kernel/identity'
import { directoryOf, signInVariables } from './sign-in-settings.ts'
import { tokenOf, tokenVariables, type TokenSettings } from './keys/token-settings.ts'
import { registryOf, registryVariables, type RegistrySettings } from './registry-settings.ts'

/** What an operator may set; every setting has a default that suits one machine. */
export interface Environment {
  /** Port of the one HTTP server. */
  readonly port: number
  /** Address it listens on: loopback unless told otherwise. */
  readonly host: string
  /** Where everything that is not in the database lives: ledger, editions, keys, evidence, and the embedded database. */
  readonly dataFolder: string
  /** A PostgreSQL 15 or newer that somebody else runs; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  /** Where editions are kept instead of the data folder. */
  readonly s3: S3Settings | undefined
  /** Name under which the ledger signs its checkpoints: a URL without scheme. */
  readonly origin: string
  /** File that names the ledger's witnesses (C2SP tlog-policy); without it `witnesses.policy` in the data folder. */
  readonly witnessPolicy: string | undefined
  /** The site is reached over https: cookies are bound to it. */
  readonly secure: boolean
  /** Where the site is reached; passkeys are bound to it. Without it they work under `localhost` alone. */
  readonly site: string | undefined
  /** The commission's own directory of staff (OpenID Connect). */
  readonly directory: DirectorySettings | undefined
  /** A PKCS#11 token that holds the keys; without it they lie in files of the data folder. */
  readonly token: TokenSettings | undefined
  /** The civil registry whose batches are taken in. */
  readonly registry: RegistrySettings
  /** Addresses that ask the enquiry on behalf of many: the SMS gateway, the helpline. */
  readonly trustedCallers: readonly string[]
  /** Refusals of one address in a minute after which its writes wait. */
  readonly refusalsPerMinute: number
  /** Addresses of the proxies in front, whose word is taken for who is asking; without any, the caller's own address counts. */
  readonly proxies: readonly string[]
}

/** An S3-compatible store for editions. */
export interface S3Settings {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** A single address, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
}

const addresses = z
  .string()
  .transform(list)
  .refine((all) => all.every((each) => isIP(each) !== 0), 'it must be addresses, separated by commas')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8300),
  HOST: z.string().min(1).default('127.0.0.1'),
  INTIKHAB_DATA: z.string().min(1).default('.intikhab'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  INTIKHAB_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/)
    .default('intikhab.example/ledger'),
  INTIKHAB_WITNESSES: z.string().min(1).optional(),
  INTIKHAB_HTTPS: z.enum(['yes', 'no']).default('no'),
  ...signInVariables,
  ...tokenVariables,
  ...registryVariables,
  INTIKHAB_TRUSTED_CALLERS: addresses.default([]),
  INTIKHAB_PROXIES: z
    .string()
    .transform(list)
    .refine((all) => all.every(isNetwork), 'it must be addresses or networks as 10.0.0.0/8, separated by commas')
    .default([]),
  INTIKHAB_REFUSALS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
})

/** Parses the environment; throws `CannotStart` with one sentence that names the variable at fault. */
export function readEnvironment(from: NodeJS.ProcessEnv = process.env): Environment {
  // A setting without a value is one that was not made.
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(from).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    throw new CannotStart(`The setting ${first?.path.join('.')} cannot be used: ${first?.message}.`)
  }
  const set = parsed.data
  return {
    port: set.PORT,
    host: set.HOST,
    dataFolder: resolve(set.INTIKHAB_DATA),
    databaseUrl: set.DATABASE_URL,
    origin: set.INTIKHAB_ORIGIN,
    witnessPolicy: set.INTIKHAB_WITNESSES === undefined ? undefined : resolve(set.INTIKHAB_WITNESSES),
    secure: set.INTIKHAB_HTTPS === 'yes',
    site: set.INTIKHAB_SITE,
    directory: directoryOf(set),
    token: tokenOf(set),
    registry: registryOf(set),
    trustedCallers: set.INTIKHAB_TRUSTED_CALLERS,
    refusalsPerMinute: set.INTIKHAB_REFUSALS_PER_MINUTE,
    proxies: set.INTIKHAB_PROXIES,
    s3: s3Of(set),
  }
}

function s3Of(set: z.infer<typeof schema>): S3Settings | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = set
  if (endpoint === undefined) return undefined
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    throw new CannotStart(
      'S3_ENDPOINT is set, so S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set too.',
    )
  return { endpoint, bucket, region: set.S3_REGION, accessKeyId, secretAccessKey }
}
