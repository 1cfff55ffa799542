import { z } from 'zod'
import type { Outbound } from '@intikhab/kernel/outbound'
import { readCheckpoint } from '../checkpoint.ts'
import type { Witness } from './witness.ts'

/** What one look at the log came to. */
export type Look =
  | { readonly look: 'cosigned' | 'unchanged'; readonly size: number }
  /** The log was not reached, or does not answer as it should; the next look may go better. */
  | { readonly look: 'unreached'; readonly why: string }
  /** The witness does not sign what it was shown. */
  | { readonly look: 'refused'; readonly status: number; readonly why: string }

const proofAnswer = z.object({ proof: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(63) })

/** The answer's text. Throws where the log answered something else than yes. */
async function get(call: Outbound, url: string): Promise<string> {
  const { status, body } = await call(url)
  if (status !== 200) throw new Error(`${url} answers ${status}.`)
  return body.toString()
}

/**
 * Looks once at the log published at `site` (no slash at its end; `call` may go there), cosigns its newest published checkpoint if that
 * continues what was cosigned before, and hands the cosignature in. For a witness that cannot be reached from outside.
 */
export async function lookAt(site: string, witness: Witness, call: Outbound): Promise<Look> {
  try {
    const note = await get(call, `${site}/ledger/checkpoints/latest`)
    const read = readCheckpoint(note)
    if (read === undefined) return { look: 'unreached', why: `${site} publishes no checkpoint.` }
    const { origin, checkpoint } = read
    const seen = witness.memory.latest(origin)
    const isKnown = seen !== undefined && seen.size === checkpoint.size && seen.root === checkpoint.root
    const old = seen?.size ?? 0
    const proof = old > 0 && old < checkpoint.size ? await proofFrom(call, site, old, checkpoint.size) : []
    const lines = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('')
    const answer = witness.addCheckpoint(`old ${old}\n${lines}\n${note}`)
    if (answer.status !== 200) return { look: 'refused', status: answer.status, why: answer.body.trim() }
    const handed = await call(`${site}/ledger/cosignatures`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: `${note}${answer.body}`,
    })
    if (handed.status !== 200)
      return {
        look: 'unreached',
        why: `${site} does not take the cosignature (${handed.status}): is this witness in its policy?`,
      }
    return { look: isKnown ? 'unchanged' : 'cosigned', size: checkpoint.size }
  } catch (error) {
    return { look: 'unreached', why: (error as Error).message }
  }
}

async function proofFrom(call: Outbound, site: string, first: number, second: number): Promise<readonly string[]> {
  const body = await get(call, `${site}/api/ledger/consistency?first=${first}&second=${second}`)
  return proofAnswer.parse(JSON.parse(body)).proof
}
