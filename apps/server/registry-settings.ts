import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotStart, reasonOfFile } from '@intikhab/kernel/database'
import { z } from 'zod'

/** What is agreed with the civil registry (s.25). */
export interface RegistrySettings {
  /** Its name in the batches. */
  readonly name: string
  /** File of its public keys; without it `registry.pem` beside the installation's own keys. */
  readonly keyFile: string | undefined
  /** What a death with a registered certificate does: the name is taken off, or noted until somebody was at the door. */
  readonly deaths: 'delete' | 'note'
  /** The door of its own, where it hands batches in by mutually authenticated HTTPS. */
  readonly door: RegistryDoorSettings | undefined
}

interface RegistryDoorSettings {
  readonly port: number
  readonly host: string
  /** In PEM. */
  readonly certificate: string
  readonly privateKey: string
  readonly clientAuthority: string
  readonly clientName?: string
}

/** What of the environment concerns the civil registry. */
export const registryVariables = {
  INTIKHAB_REGISTRY: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('nadra'),
  INTIKHAB_REGISTRY_KEYS: z.string().min(1).optional(),
  INTIKHAB_REGISTRY_DEATHS: z.enum(['delete', 'note']).default('delete'),
  INTIKHAB_REGISTRY_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  INTIKHAB_REGISTRY_HOST: z.string().min(1).default('127.0.0.1'),
  INTIKHAB_REGISTRY_CERTIFICATE: z.string().min(1).optional(),
  INTIKHAB_REGISTRY_CERTIFICATE_KEY: z.string().min(1).optional(),
  INTIKHAB_REGISTRY_CLIENT_CA: z.string().min(1).optional(),
  INTIKHAB_REGISTRY_CLIENT_NAME: z.string().min(1).optional(),
}

/** Throws `CannotStart` where a port is set and what the door needs is not, or cannot be read. */
export function registryOf(set: z.infer<z.ZodObject<typeof registryVariables>>): RegistrySettings {
  const { INTIKHAB_REGISTRY: name, INTIKHAB_REGISTRY_KEYS: keys, INTIKHAB_REGISTRY_DEATHS: deaths } = set
  return { name, keyFile: keys === undefined ? undefined : resolve(keys), deaths, door: doorOf(set) }
}

function doorOf(set: z.infer<z.ZodObject<typeof registryVariables>>): RegistryDoorSettings | undefined {
  const { INTIKHAB_REGISTRY_PORT: port, INTIKHAB_REGISTRY_HOST: host, INTIKHAB_REGISTRY_CLIENT_NAME: clientName } = set
  if (port === undefined) return undefined
  const read = (variable: 'CERTIFICATE' | 'CERTIFICATE_KEY' | 'CLIENT_CA') => {
    const file = set[`INTIKHAB_REGISTRY_${variable}`]
    if (file === undefined)
      throw new CannotStart(`INTIKHAB_REGISTRY_PORT is set, so INTIKHAB_REGISTRY_${variable} must name a PEM file.`)
    if (!existsSync(file)) throw new CannotStart(`INTIKHAB_REGISTRY_${variable} names ${file}, which does not exist.`)
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      throw new CannotStart(`${file} cannot be read: ${reasonOfFile(error)}.`)
    }
  }
  return {
    port,
    host,
    certificate: read('CERTIFICATE'),
    privateKey: read('CERTIFICATE_KEY'),
    clientAuthority: read('CLIENT_CA'),
    ...(clientName === undefined ? {} : { clientName }),
  }
}
