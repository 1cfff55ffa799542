import { verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  firstKey,
  isInTime,
  keysOf,
  parseKeys,
  publicKeyOf,
  rawPublicKey,
  trustFrom,
  type KeyHistory,
  type Mark,
} from '@intikhab/kernel/ledger'
import type { Refusal } from '@intikhab/kernel/refusal'
import { parseManifest, sha256Of, type Manifest } from './manifest.ts'
import { findPublicKey } from './opened.ts'
import { editionRefusals as kinds } from './refusals.ts'

/** What an edition's folder says about its signature. */
export interface SignedParts {
  readonly folder: string
  readonly manifest: Manifest
  /** Of `manifest.json`. */
  readonly bytes: Buffer
  readonly signature: Buffer | undefined
  /** `publisher.pem` and `publisher-keys.json`. */
  readonly ownKey: Buffer | undefined
  readonly ownKeys: Buffer | undefined
}

/** Whose signature is believed. */
export interface BelievedPublisher {
  /** One of the publisher's keys, known from elsewhere; without it the signature is only held against the edition's own copy. */
  readonly publicKeyPem?: string
  /** The publisher's keys as published; without them, as they were when the edition was made, from its own list. */
  readonly keys?: KeyHistory
}

function rawOf(pem: string | Buffer | undefined): Buffer | undefined {
  const key = pem === undefined ? undefined : findPublicKey(pem)
  return key === undefined ? undefined : rawPublicKey(key)
}

/** The editions after it, as they lie beside it, lead from this one to the last that a key is known to have signed. */
async function leadsTo(last: Mark, { folder, manifest, bytes }: SignedParts): Promise<boolean> {
  let sha256 = sha256Of(bytes)
  for (let number = manifest.number + 1; number <= last.number; number++) {
    const next = await readFile(join(folder, '..', String(number), 'manifest.json')).catch(() => undefined)
    const found = next === undefined ? undefined : parseManifest(next)
    if (next === undefined || found?.series !== manifest.series || found.previous !== sha256) return false
    sha256 = sha256Of(next)
  }
  return sha256 === last.sha256
}

/** What is wrong with an edition's signature: whether it is right, and of a key that was the publisher's at that time. */
export async function checkSignature(parts: SignedParts, expected: BelievedPublisher): Promise<Refusal[]> {
  const { manifest, bytes, signature, ownKey, ownKeys } = parts
  const findings: Refusal[] = []
  const list = expected.keys ?? (ownKeys === undefined ? undefined : parseKeys(ownKeys.toString()))
  if (list === undefined && ownKeys !== undefined)
    findings.push({ kind: kinds['bad-keys'], field: 'publisher-keys.json' })
  const own = rawOf(ownKey)
  const known = rawOf(expected.publicKeyPem)
  const trust = list === undefined || known === undefined ? undefined : trustFrom(list, known)
  const alone = known ?? own
  const isListed = list !== undefined && trust?.isKnown !== false
  const keys = isListed ? list : alone === undefined ? undefined : firstKey({ name: 'publisher', publicKey: alone })
  const all = keys === undefined ? [] : keysOf(keys)
  if (own === undefined || !all.some(({ publicKey }) => publicKey.equals(own)))
    findings.push({ kind: kinds['other-publisher'], field: 'publisher.pem' })

  const isBy = (key: Buffer) => signature?.length === 64 && verify(null, bytes, publicKeyOf(key), signature)
  const index = all.findIndex(({ publicKey }) => isBy(publicKey))
  if (keys === undefined || index < 0) return [{ kind: kinds['bad-signature'], field: 'manifest.sig' }, ...findings]
  const { series, number } = manifest
  const end = keys.ended[index]?.end
  const unvouched = keys.ended.findIndex((each) => each.end === trust?.unvouched)
  if (!isInTime(keys, index, series, { number, sha256: sha256Of(bytes) }))
    findings.push({ kind: kinds['ended-key'], field: 'manifest.sig', detail: { last: end?.last[series]?.number ?? 0 } })
  else if (unvouched >= 0 && index > unvouched)
    findings.push({
      kind: kinds['unvouched-key'],
      field: 'publisher.pem',
      detail: { why: trust?.unvouched?.why ?? '' },
    })
  else if (end?.why === 'stolen' && !(await leadsTo(end.last[series] ?? { number: 0, sha256: '' }, parts)))
    findings.push({ kind: kinds['stolen-key'], field: 'manifest.sig', detail: { last: end.last[series]?.number ?? 0 } })
  return findings
}
