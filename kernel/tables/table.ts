import { PlainBytes, type FileFacts } from './bytes.ts'
import { FieldFault, type Field } from './fields.ts'
import { lineBlocks, usualLimits, type ReadingLimits } from './lines.ts'
import { ProblemList, type ProblemReport } from './problems.ts'
import { RecordCutter, type CsvRecord } from './records.ts'
import type { TableSource } from './source.ts'
import { tableProblems } from './table-problems.ts'

/** The columns of a table in the order in which the file has them, and what makes an entry the same as another. */
export interface TableShape<T> {
  readonly columns: { readonly [K in keyof T]: Field<T[K]> }
  /** Two rows with the same key are a problem. Leave it out where duplicates are findings, not faults. */
  readonly key?: (row: T) => string
  readonly limits?: Partial<ReadingLimits>
}

/** One row and the line on which it begins. */
export type TableRow<T> = T & { readonly line: number }

/** A file that was read to its end without one problem. */
export interface Table<T> extends FileFacts {
  readonly rows: readonly TableRow<T>[]
}

export type TableReading<T> =
  | { readonly ok: true; readonly table: Table<T> }
  | { readonly ok: false; readonly refused: ProblemReport }

/**
 * Reads a comma-separated table, plain or gzip, in strict UTF-8. The heading must name exactly the columns of `shape`,
 * in its order; every field must parse. One problem and there are no rows: an importer can only take all or nothing.
 */
export async function readTable<T extends object>(source: TableSource, shape: TableShape<T>): Promise<TableReading<T>> {
  const problems = new ProblemList()
  const limits = { ...usualLimits, ...shape.limits }
  const bytes = new PlainBytes(source, problems)
  const cutter = new RecordCutter(limits.line)
  const rows = new RowMaker(source.name, shape, problems)
  for await (const block of lineBlocks(source.name, bytes.chunks(), limits, problems)) {
    for (const record of cutter.cut(block)) {
      if ('fault' in record)
        problems.add(tableProblems[record.fault], {
          file: source.name,
          line: record.line,
          found: record.found,
          values: { limit: limits.line },
        })
      else rows.take(record)
    }
    if (rows.headingRefused) break
  }
  const rest = cutter.rest()
  if (rest !== undefined && problems.count === 0)
    problems.add(tableProblems[rest.fault], { file: source.name, line: rest.line, found: rest.found })
  rows.finish()
  if (problems.count > 0) return { ok: false, refused: problems.report() }
  return { ok: true, table: { ...bytes.facts(), rows: rows.rows } }
}

class RowMaker<T extends object> {
  readonly rows: TableRow<T>[] = []
  headingRefused = false
  readonly #file: string
  readonly #shape: TableShape<T>
  readonly #problems: ProblemList
  readonly #names: readonly string[]
  readonly #fields: readonly Field<unknown>[]
  readonly #keys = new Map<string, number>()
  #headed = false

  constructor(file: string, shape: TableShape<T>, problems: ProblemList) {
    this.#file = file
    this.#shape = shape
    this.#problems = problems
    this.#names = Object.keys(shape.columns)
    this.#fields = Object.values(shape.columns)
  }

  take(record: CsvRecord): void {
    if (this.headingRefused) return
    if (this.#headed) this.#row(record)
    else this.#heading(record)
  }

  finish(): void {
    if (this.#problems.count > 0) return
    if (!this.#headed) this.#problems.add(tableProblems['empty-file'], { file: this.#file })
    else if (this.rows.length === 0) this.#problems.add(tableProblems['no-rows'], { file: this.#file })
  }

  #heading({ line, fields }: CsvRecord): void {
    this.#headed = true
    const at = { file: this.#file, line }
    const before = this.#problems.count
    for (const field of this.#names)
      if (!fields.includes(field)) this.#problems.add(tableProblems['missing-column'], { ...at, field })
    for (const [index, field] of fields.entries()) {
      if (!this.#names.includes(field)) this.#problems.add(tableProblems['unknown-column'], { ...at, field })
      else if (fields.indexOf(field) !== index) this.#problems.add(tableProblems['repeated-column'], { ...at, field })
    }
    if (this.#problems.count === before)
      for (const [index, field] of this.#names.entries())
        if (fields[index] !== field)
          this.#problems.add(tableProblems['column-out-of-place'], {
            ...at,
            field,
            found: fields[index] ?? '',
            values: { place: index + 1 },
          })
    this.headingRefused = this.#problems.count > before
  }

  #row({ line, fields, ended }: CsvRecord): void {
    const wanted = this.#names.length
    if (fields.length !== wanted) {
      const short = fields.length < wanted
      const kind = short ? (ended ? 'too-few-fields' : 'truncated') : 'too-many-fields'
      this.#problems.add(tableProblems[kind], {
        file: this.#file,
        line,
        found: fields.join(','),
        values: { had: fields.length, wanted },
      })
      return
    }
    const row: Record<string, unknown> = { line }
    let whole = true
    for (let index = 0; index < wanted; index++) {
      const name = this.#names[index] ?? ''
      const found = fields[index] ?? ''
      const value = this.#fields[index]?.parse(found)
      if (value instanceof FieldFault) {
        whole = false
        this.#problems.add(value.kind, { file: this.#file, line, field: name, found, values: value.values })
      } else row[name] = value
    }
    if (whole) this.#keep(row as TableRow<T>)
  }

  #keep(row: TableRow<T>): void {
    const key = this.#shape.key?.(row)
    if (key !== undefined) {
      const first = this.#keys.get(key)
      if (first !== undefined)
        return this.#problems.add(tableProblems.duplicate, {
          file: this.#file,
          line: row.line,
          found: key,
          values: { first },
        })
      this.#keys.set(key, row.line)
    }
    this.rows.push(row)
  }
}
