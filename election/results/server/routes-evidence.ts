import { z } from 'zod'
import { raw, route, type Route } from '@intikhab/kernel/http'
import { evidenceTypes, type EvidenceType } from '@intikhab/kernel/files/evidence-type'
import type { EvidenceReceipt } from '../core/evidence.ts'
import { largestPhotograph, type Evidence } from './evidence.ts'

const endings: Readonly<Record<EvidenceType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

const receiptSchema: z.ZodType<EvidenceReceipt> = z.object({
  sha256: z.string(),
  size: z.number(),
  mediaType: z.enum(evidenceTypes),
  status: z.enum(['accepted', 'duplicate']),
  arrivedAt: z.string(),
  entryId: z.number(),
})

/** Photographs of the signed papers: anybody may bring one that a form has promised, anybody may look at it. */
export function evidenceRoutes(evidence: Evidence): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/results/:election/evidence',
      act: 'public',
      summary:
        'Send the photograph of a signed paper whose SHA-256 an accepted form names; again until a receipt comes',
      tag: 'results',
      params: z.object({ election: z.string().max(60) }),
      accepts: evidenceTypes,
      body: z.instanceof(Buffer),
      bodyLimit: largestPhotograph,
      response: receiptSchema,
      status: (receipt) => (receipt.status === 'accepted' ? 201 : 200),
      handler({ params, headers, body }) {
        const announced = String(headers['content-type'] ?? '').split(';')[0] ?? ''
        return evidence.take(params.election, announced.trim().toLowerCase(), body)
      },
    }),
    route({
      method: 'GET',
      path: '/api/results/:election/evidence/:sha256',
      act: 'public',
      summary: 'The photograph of a signed paper by the SHA-256 of its bytes; it never changes',
      tag: 'results',
      params: z.object({ election: z.string().max(60), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      produces: 'image/*',
      async handler({ params: { election, sha256 } }) {
        const found = await evidence.find(election, sha256)
        if (!found.ok) return found
        const { bytes, mediaType } = found.value
        const shown = mediaType === 'application/pdf' ? 'attachment' : 'inline'
        return raw({
          headers: {
            'content-type': mediaType,
            'content-disposition': `${shown}; filename="${sha256}.${endings[mediaType]}"`,
            // Bytes of a stranger: whatever they hold, nothing in them runs or reaches this site.
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            'cache-control': 'public, max-age=31536000, immutable',
            'access-control-allow-origin': '*',
          },
          body: bytes,
          etag: sha256,
        })
      },
    }),
  ]
}
