import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import type { EditionReader } from '@intikhab/kernel/editions'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import type { Kysely } from 'kysely'
import type { ListedArea } from '../../core/editions/list-format.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { printLists } from '../print/print-pool.ts'
import type { PrintJob } from '../print/print-files.ts'
import { logCopy } from './copies.ts'
import { listsToPrint, type ListsToPrint } from './lists-to-print.ts'
import { listMarkedCopies } from './marked-copies.ts'
import { isForStations, type PrintOrder } from './print-order.ts'
import type { PrintPlaces } from './print-places.ts'
import { addPrint, findPrint, noteFailed, notePrinted, noteProgress, type Print } from './print-store.ts'
import { openLists, type ListEdition } from './read-lists.ts'
import { writeSearchableCopy } from './searchable-copy.ts'
import { writeZip } from './write-zip.ts'

export interface PrintParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly reader: Pick<EditionReader, 'latest' | 'edition' | 'store'>
  readonly now: () => Date
  readonly places: PrintPlaces
  /** Where what was printed lies until it is fetched. */
  readonly folder: string
  /** Folder in which each photograph is called by its SHA-256; the frames stay empty without. */
  readonly photographs?: string
  /** Has `make` called after the transaction, again if the process dies. */
  queue(tx: Kysely<unknown>, id: string, actor: LedgerActor): Promise<void>
}

/** The press: lists of areas, stations and seats as archives, and searchable copies. */
export interface Prints {
  /**
   * Orders a print out of the newest edition of the lists (of a marked copy: out of the edition that it marks); gives its
   * number. Refuses `no-list-edition`, `no-marked-copy`, and what `listsToPrint` refuses.
   */
  ask(rollId: RollId, order: PrintOrder, actor: LedgerActor): Promise<Outcome<string>>
  /** Makes what was ordered; what is made already is left as it is. */
  make(id: string, actor: LedgerActor): Promise<void>
  /** Path of a finished print. */
  fileOf(print: Pick<Print, 'id'>): string
}

/** Days after which what was printed is removed: it can be printed again, the same to the byte. */
const keptDays = 7

export function createPrints(parts: PrintParts): Prints {
  const { database, ledger, reader, now, places, folder } = parts
  const fileOf = ({ id }: Pick<Print, 'id'>): string => join(folder, id)

  async function sourcesOf(rollId: string, order: PrintOrder) {
    const copies =
      isForStations(order) && order.marked ? await listMarkedCopies(database.tables(), order.electionId) : []
    return { rollId: rollId as RollId, marked: copies.at(-1) }
  }

  async function open(print: Print): Promise<Outcome<{ readonly list: ListEdition; readonly lists: ListsToPrint }>> {
    const { rollId, order, list: number, markedCopy } = print.what
    const list = await openLists(reader, rollId as RollId, number)
    if (list === undefined) return refuse(rollsRefusals['no-list-edition'])
    const lists = await listsToPrint(order, { db: database.tables(), list, places, markedCopy, copy: print.copy })
    return lists.ok ? accept({ list, lists: lists.value }) : lists
  }

  /** One list after the other as the press asks for them, and how far it is. */
  async function* jobs(print: Print, lists: ListsToPrint, work: string): AsyncGenerator<PrintJob> {
    for (const [done, area] of lists.areas.entries()) {
      for (const list of await lists.listsOf(area)) yield lists.jobOf(list, work)
      await noteProgress(database.tables(), print.id, done, lists.areas.length)
    }
  }

  async function printArchive(print: Print, lists: ListsToPrint) {
    const work = `${fileOf(print)}.work`
    await rm(work, { recursive: true, force: true })
    await mkdir(work, { recursive: true })
    const press = parts.photographs === undefined ? {} : { photographs: parts.photographs }
    const files = []
    for await (const { file, bytes } of printLists(jobs(print, lists, work), press))
      files.push({ name: basename(file), file, bytes })
    const unfinished = `${fileOf(print)}.part`
    const zip = await writeZip(
      unfinished,
      files.sort((a, b) => (a.name < b.name ? -1 : 1)),
    )
    await rename(unfinished, fileOf(print))
    await rm(work, { recursive: true, force: true })
    return { name: `${lists.name}.zip`, mediaType: 'application/zip', ...zip }
  }

  async function writeCopy(print: Print, list: ListEdition, lists: ListsToPrint, order: PrintOrder & { kind: 'copy' }) {
    const seat = await places.findSeat(order.delimitationId, order.seat)
    const unfinished = `${fileOf(print)}.part`
    const written = await writeSearchableCopy(unfinished, {
      list,
      areas: lists.areas,
      mark: {
        copy: print.copy ?? 0,
        recipient: order.recipient,
        edition: `${list.series}/${list.number}`,
        editionSha256: list.sha256,
      },
      seat: { en: `${order.seat} ${seat?.nameEn ?? ''}`, ur: seat?.nameUr ?? order.seat },
      onArea: (done) => noteProgress(database.tables(), print.id, done, lists.areas.length),
    })
    await rename(unfinished, fileOf(print))
    return { name: `${lists.name}.html`, mediaType: 'text/html; charset=utf-8', ...written }
  }

  async function finish(
    print: Print,
    list: ListEdition,
    areas: readonly ListedArea[],
    file: NonNullable<Print['file']>,
    actor: LedgerActor,
  ) {
    const { order, rollId } = print.what
    await database.transaction(async (tx) => {
      await notePrinted(tx, print.id, file)
      // Nobody is given a copy that is not in the log.
      if (order.kind === 'copy' && print.copy !== null)
        await logCopy(
          tx,
          ledger,
          {
            copy: print.copy,
            kind: order.form,
            rollId,
            list: { number: list.number, sha256: list.sha256 },
            delimitationId: order.delimitationId,
            seat: order.seat,
            blocks: areas.map(({ block }) => block),
            recipient: order.recipient,
            sha256: file.sha256,
            bytes: file.bytes,
            givenAt: now(),
          },
          actor,
        )
    })
  }

  return {
    fileOf,

    async ask(rollId, order, actor) {
      const { marked } = await sourcesOf(rollId, order)
      if (isForStations(order) && order.marked && marked === undefined)
        return refuse(rollsRefusals['no-marked-copy'], { field: '/order/marked' })
      const list = await openLists(reader, rollId, marked?.list.number)
      if (list === undefined) return refuse(rollsRefusals['no-list-edition'])
      const markedCopy = marked?.number ?? null
      const found = await listsToPrint(order, { db: database.tables(), list, places, markedCopy, copy: null })
      if (!found.ok) return found
      const id = randomUUID()
      const what = { rollId, order, list: list.number, markedCopy }
      await database.transaction(async (tx) => {
        await addPrint(tx, { id, what, accountId: actor.id, askedAt: now() })
        await parts.queue(tx, id, actor)
      })
      await clearOld(folder, now())
      return accept(id)
    },

    async make(id, actor) {
      const print = await findPrint(database.tables(), id)
      if (print === undefined || print.state !== 'waiting') return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const opened = await open(print)
      if (!opened.ok) return noteFailed(database.tables(), id, codeOf(opened.refusal))
      const { list, lists } = opened.value
      await noteProgress(database.tables(), id, 0, lists.areas.length)
      const { order } = print.what
      const file =
        order.kind === 'copy' && order.form === 'searchable'
          ? await writeCopy(print, list, lists, order)
          : await printArchive(print, lists)
      await finish(print, list, lists.areas, file, actor)
    },
  }
}

const codeOf = ({ kind }: Refusal): string => kind.code

/** Removes what was printed long ago, finished or not. */
async function clearOld(folder: string, now: Date): Promise<void> {
  const before = now.getTime() - keptDays * 86_400_000
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < before) await rm(join(folder, name), { recursive: true, force: true })
  }
}
