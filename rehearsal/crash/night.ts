import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startChildServer, type ChildServer } from '../server/child-server.ts'
import type { Ready } from '../server/ready.ts'
import type { FormReceipt } from '../stations/send-forms.ts'
import { databaseFolderOf, findDatabaseProcess } from './database-process.ts'
import type { Kill } from './kill-plan.ts'

/** How long the intake may take to give a receipt again after a kill, in milliseconds. */
const longestSilence = 60_000
const lookEvery = 20

/** A head of the ledger that was signed and shown. */
export interface Head {
  readonly size: number
  readonly root: string
}

/** A kill as it happened. */
export interface Killed extends Kill {
  /** Receipts that had been given by then. */
  readonly receiptsBefore: number
  /** Until the next receipt, in milliseconds. */
  readonly silence: number
}

/** A server at one address that dies and comes back, and the receipts it gives meanwhile. */
export class Night {
  readonly receipts: FormReceipt[] = []
  readonly killed: Killed[] = []
  /** Heads of the ledger that were to be seen on the way; each must be a part of the last one. */
  readonly heads: Head[] = []
  readonly url: string
  #server: ChildServer<Ready>
  readonly #start: () => Promise<ChildServer<Ready>>
  readonly #databaseFolder: string
  #serverEnded = false

  private constructor(url: string, server: ChildServer<Ready>, start: () => Promise<ChildServer<Ready>>) {
    const { databasePid } = server.ready
    if (databasePid === undefined) throw new Error('the database is not ours to kill: unset DATABASE_URL')
    this.url = url
    this.#server = server
    this.#start = start
    this.#databaseFolder = databaseFolderOf(databasePid)
    this.#watch()
  }

  /** Starts a server on a free port that stays the same whatever happens. */
  static async begin(dataFolder: string): Promise<Night> {
    const port = await freePort()
    const start = () => startChildServer<Ready>(['--rehearsal', '--port', String(port), '--data', dataFolder])
    return new Night(`http://127.0.0.1:${port}`, await start(), start)
  }

  get ready(): Ready {
    return this.#server.ready
  }

  /** Waits until forms come in, lets the time of the kill pass, kills, and waits until forms come in again. */
  async kill(kill: Kill): Promise<void> {
    await this.#nextReceipt()
    await wait(kill.after)
    const receiptsBefore = this.receipts.length
    const at = performance.now()
    if (kill.victim === 'server') await this.#killServer()
    else this.#killDatabase(kill.victim === 'database')
    await this.#nextReceipt()
    this.killed.push({ ...kill, receiptsBefore, silence: performance.now() - at })
    await this.#lookAtLedger()
  }

  async end(): Promise<void> {
    await this.#server.stop()
  }

  async #killServer(): Promise<void> {
    await this.#server.kill()
    await this.#restart()
  }

  #killDatabase(withChildren: boolean): void {
    const pid = findDatabaseProcess(this.#databaseFolder)
    if (pid === undefined) throw new Error(`no database runs on ${this.#databaseFolder}`)
    // It leads a process group of its own, so that Ctrl-C does not reach it; the whole group dies with a minus sign.
    process.kill(withChildren ? -pid : pid, 'SIGKILL')
  }

  async #restart(): Promise<void> {
    this.#server = await this.#start()
    this.#serverEnded = false
    this.#watch()
  }

  #watch(): void {
    const watched = this.#server
    void watched.ended.then(() => {
      if (watched === this.#server) this.#serverEnded = true
    })
  }

  async #nextReceipt(): Promise<void> {
    const before = this.receipts.length
    const deadline = performance.now() + longestSilence
    while (this.receipts.length === before) {
      // A server that ends when its database dies is started again, as its supervisor would.
      if (this.#serverEnded) await this.#restart()
      if (performance.now() > deadline) throw new Error(`no form was taken in for ${longestSilence / 1000} s`)
      await wait(lookEvery)
    }
  }

  async #lookAtLedger(): Promise<void> {
    const response = await fetch(new URL('/api/ledger', this.url))
    if (response.ok) this.heads.push((await response.json()) as Head)
    else await response.body?.cancel()
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}
