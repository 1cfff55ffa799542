import type { Refusal } from '@intikhab/kernel/refusal'
import { isLostConnection } from './lost-connection.ts'
import { httpRefusals } from './refusals.ts'

/** What was thrown before or inside a handler, as a refusal where somebody outside caused it; undefined for a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isLostConnection(error)) return { kind: httpRefusals.unavailable }
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { kind: httpRefusals['body-too-large'] }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { kind: httpRefusals['unsupported-media-type'] }
  if (/^FST_ERR_CTP_(?:EMPTY|INVALID)_JSON_BODY$/.test(code)) return { kind: httpRefusals['bad-json'] }
  return code.startsWith('FST_') && status < 500 ? { kind: httpRefusals['bad-request'] } : undefined
}
