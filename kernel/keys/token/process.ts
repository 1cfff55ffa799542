/**
 * The process that holds a vendor's PKCS#11 module, as ssh-agent holds it in ssh-pkcs11-helper: a module that crashes or
 * hangs takes nothing else with it, and one that has lost its token begins anew with the process.
 */
import { TokenFailure, type TokenAnswer, type TokenOrder } from './messages.ts'
import { openToken, type OpenToken } from './open-token.ts'

let token: OpenToken | undefined

function obey(message: TokenOrder): TokenAnswer {
  if (message.order === 'open') {
    token = openToken(message.token)
    return { ok: true }
  }
  if (token === undefined) throw new TokenFailure('away', 'the token was never opened')
  if (message.order === 'keys') return { ok: true, keys: token.keys() }
  if (message.order === 'make') return { ok: true, bytes: token.make(message.label) }
  return { ok: true, bytes: token.sign(Buffer.from(message.publicKey), Buffer.from(message.bytes)) }
}

process.on('message', (message: TokenOrder) => {
  let answer: TokenAnswer
  try {
    answer = obey(message)
  } catch (error) {
    const fault = error instanceof TokenFailure ? error.fault : 'away'
    answer = { ok: false, fault, says: (error as Error).message }
  }
  process.send?.(answer)
})
// Whoever presses Ctrl-C ends the server, which has a last checkpoint to sign; this process ends when it lets go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
