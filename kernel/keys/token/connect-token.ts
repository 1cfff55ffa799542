import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { KeyAway, UnsafeKeyFile } from '@intikhab/kernel/ledger'
import type { TokenAnswer, TokenFault, TokenOrder } from './messages.ts'
import { openRefusedPin } from './refused-pin.ts'

/** A PKCS#11 token by configuration; can be handed to a thread. */
export interface TokenPlace {
  /** Path of the vendor's module, e.g. `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly module: string
  readonly token: { readonly label: string } | { readonly slot: number }
  readonly pin: { readonly file: string } | { readonly value: string }
  /** File that remembers a PIN the token has refused. */
  readonly refusedPin: string
}

/** A token that is opened when it is needed, and again when it was away. */
export interface Token {
  readonly place: TokenPlace
  /** What the token answers; throws `KeyAway` with one plain sentence where it cannot. One order at a time. */
  ask(order: TokenOrder): Promise<Extract<TokenAnswer, { ok: true }>>
}

/** Beyond this a token counts as away: a slow one signs in a tenth of a second. */
const patience = 15_000

/** What the token is called in sentences. */
export function nameOfToken({ token }: TokenPlace): string {
  return 'label' in token ? `The token “${token.label}”` : `The token in slot ${token.slot}`
}

function sentenceOf(place: TokenPlace, fault: TokenFault, says: string): string {
  const name = nameOfToken(place)
  const known: Record<TokenFault, string> = {
    module: `The PKCS#11 module ${place.module} cannot be used: ${says}`,
    'no-token': `${name} is not there: plug it in, or name another`,
    'pin-refused': `${name} refuses the PIN. It is not tried again, since tokens lock after a few wrong ones: correct it`,
    'pin-locked': `${name} has locked its PIN, or will at the next wrong one: whoever holds its SO-PIN must reset it`,
    'no-key': `${name} does not hold the key that signs now`,
    away: `${name} does not answer as it should (${says})`,
  }
  return known[fault]
}

function readPin({ pin }: TokenPlace): string {
  if ('value' in pin) return pin.value
  const found = statSync(pin.file, { throwIfNoEntry: false })
  if (found === undefined) throw new UnsafeKeyFile(`There is no file ${pin.file} with the PIN of the token.`)
  const mode = found.mode & 0o777
  if ((mode & 0o077) !== 0)
    throw new UnsafeKeyFile(`The PIN file ${pin.file} has mode 0${mode.toString(8)}: others can read it. Make it 0600.`)
  return readFileSync(pin.file, 'utf8').trim()
}

/** A token that nothing is asked of yet. */
export function connectToken(place: TokenPlace): Token {
  const refused = openRefusedPin(place.refusedPin)
  let running: ChildProcess | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    const child = fork(new URL('./process.ts', import.meta.url), [], { serialization: 'advanced', execArgv: [] })
    child.on('exit', () => void (running = running === child ? undefined : running))
    child.on('error', () => undefined)
    return child
  }

  /** One order and its answer; a process that dies or says nothing in time is `away`. */
  function exchange(child: ChildProcess, order: TokenOrder): Promise<TokenAnswer> {
    return new Promise((resolve) => {
      // The process keeps this one alive only while something is asked of it.
      child.ref()
      child.channel?.ref()
      const done = (answer: TokenAnswer): void => {
        clearTimeout(timer)
        child.off('message', done).off('exit', died)
        child.unref()
        child.channel?.unref()
        resolve(answer)
      }
      const died = (): void => done({ ok: false, fault: 'away', says: 'its module has ended' })
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        done({ ok: false, fault: 'away', says: `nothing within ${patience / 1000} seconds` })
      }, patience)
      child.on('message', done).on('exit', died)
      child.send(order, (error) => error !== null && died())
    })
  }

  async function open(): Promise<ChildProcess> {
    const pin = readPin(place)
    if (refused.has(pin)) throw new KeyAway(sentenceOf(place, 'pin-refused', ''))
    const child = start()
    const { module, token } = place
    const answer = await exchange(child, { order: 'open', token: { module, token, pin } })
    if (!answer.ok) {
      child.kill('SIGKILL')
      if (answer.fault === 'pin-refused') refused.remember(pin)
      throw new KeyAway(sentenceOf(place, answer.fault, answer.says))
    }
    refused.forget()
    return child
  }

  async function askNow(order: TokenOrder) {
    const child = (running ??= await open())
    const answer = await exchange(child, order)
    if (answer.ok) return answer
    // Whatever went wrong, the next order begins with a new process, a new session and the token as it is then.
    child.kill('SIGKILL')
    running = undefined
    throw new KeyAway(sentenceOf(place, answer.fault, answer.says))
  }

  return {
    place,
    ask(order) {
      const turn = queue.then(() => askNow(order))
      queue = turn.catch(() => undefined)
      return turn
    },
  }
}
