import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { PrintedList, PrintedPoll } from '../../core/print/printed-list.ts'
import { listCsv } from './list-csv.ts'
import { printList, type PrintWorks } from './list-pages.ts'
import { printSlips } from './slip-pages.ts'

/** What is to be made of a list: each file where it is wanted. Folders are there already. */
export interface PrintJob {
  readonly list: PrintedList
  /** Path of the printed list. */
  readonly pdf?: string
  /** Path of the same rows as CSV. */
  readonly csv?: string
  /** Path of the voters' slips, and what they say of the poll. */
  readonly slips?: { readonly file: string; readonly poll: PrintedPoll }
}

/** A file that was written whole. */
export interface PrintedFile {
  readonly file: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
  /** 0 for CSV. */
  readonly pages: number
}

/** Writes a file as its parts come and gives it its name only when it is whole. */
async function writeParts(file: string, parts: AsyncGenerator<Buffer, number>): Promise<PrintedFile> {
  const unfinished = `${file}.part`
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const handle = await open(unfinished, 'w')
    try {
      for (;;) {
        const { done, value } = await parts.next()
        if (done === true) {
          await handle.sync()
          await handle.close()
          await rename(unfinished, file)
          return { file, bytes, sha256: hash.digest('hex'), pages: value }
        }
        hash.update(value)
        bytes += value.length
        await handle.write(value)
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

// oxlint-disable-next-line require-await -- one part, in the form in which the printed files come
async function* csvParts(list: PrintedList): AsyncGenerator<Buffer, number> {
  yield Buffer.from(listCsv(list), 'utf8')
  return 0
}

/** Makes the files of a job, one after the other. */
export async function printFiles({ list, pdf, csv, slips }: PrintJob, works: PrintWorks): Promise<PrintedFile[]> {
  const made: PrintedFile[] = []
  if (pdf !== undefined) made.push(await writeParts(pdf, printList(list, works)))
  if (csv !== undefined) made.push(await writeParts(csv, csvParts(list)))
  if (slips !== undefined) made.push(await writeParts(slips.file, printSlips(list, slips.poll)))
  return made
}
