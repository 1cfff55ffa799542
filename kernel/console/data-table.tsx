import { fold, formatNumber } from '@intikhab/kernel/language'
import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useId, useMemo, useState, type ReactNode } from 'react'
import { downloadTable } from './download.ts'
import { useSpeech } from './language.tsx'
import { words } from './words.ts'

/** One column of a table on the console. */
export interface DataColumn<R> {
  readonly key: string
  readonly head: string
  /** What is sorted, searched and downloaded; null where there is nothing. */
  readonly value: (row: R) => string | number | null
  /** What is shown, where that is not the value. */
  readonly cell?: (row: R) => ReactNode
  readonly numeric?: boolean
  /** The cell names its row. */
  readonly names?: boolean
  /** Left out on narrow screens. */
  readonly wideOnly?: boolean
}

interface DataTableProps<R> {
  readonly caption: ReactNode
  readonly columns: readonly DataColumn<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Name of the CSV file; no download without one. */
  readonly file?: string
  readonly empty?: ReactNode
  /** Row that is marked, e.g. the one being worked on. */
  readonly isMarked?: (row: R) => boolean
}

interface Order {
  readonly key: string
  readonly down: boolean
}

const longTable = 10
const shownAtFirst = 100

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), undefined, { numeric: true })
}

/** A table that sorts by its heads, searches as one types, downloads, and shows long lists in portions. */
export function DataTable<R>(props: DataTableProps<R>): ReactNode {
  const { columns, rows, rowKey, caption, file, empty, isMarked } = props
  const { language, t } = useSpeech()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<Order>()
  const [most, setMost] = useState(shownAtFirst)
  const wanted = useDeferredValue(fold(typed.trim()))

  const found = useMemo(() => {
    const matching =
      wanted === ''
        ? [...rows]
        : rows.filter((row) => columns.some((column) => fold(String(column.value(row) ?? '')).includes(wanted)))
    const by = columns.find(({ key }) => key === order?.key)
    if (by === undefined || order === undefined) return matching
    return matching.sort((a, b) => compare(by.value(a), by.value(b)) * (order.down ? -1 : 1))
  }, [rows, columns, wanted, order])

  const sort = (key: string) => setOrder({ key, down: order?.key === key && !order.down })
  const ariaSort = (key: string) => (order?.key !== key ? 'none' : order.down ? 'descending' : 'ascending')
  const className = ({ numeric, wideOnly }: DataColumn<R>) =>
    [numeric === true ? 'numeric' : '', wideOnly === true ? 'wide-only' : ''].join(' ').trim() || undefined
  const shown = (column: DataColumn<R>, row: R): ReactNode => {
    if (column.cell !== undefined) return column.cell(row)
    const value = column.value(row)
    return typeof value === 'number' ? formatNumber(language, value) : value
  }
  const save = () =>
    downloadTable(file ?? 'table.csv', [
      columns.map(({ head }) => head),
      ...found.map((row) => columns.map((column) => column.value(row))),
    ])

  return (
    <div className="table data-table">
      <div className="head-line">
        <h2 id={id}>{caption}</h2>
        <div className="data-tools">
          {rows.length < longTable ? null : (
            <TextInput
              type="search"
              aria-label={t(words.find)}
              placeholder={t(words.find)}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {file === undefined || rows.length === 0 ? null : (
            <Button variant="default" onClick={save}>
              {t(words.download)}
            </Button>
          )}
          <output className="caption">
            {wanted === '' ? '' : t(words.rowsShown, { shown: found.length, all: rows.length })}
          </output>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{empty ?? t(words.nothing)}</p>
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways: the keyboard must reach it */}
          <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
            <table aria-labelledby={id}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.key} scope="col" className={className(column)} aria-sort={ariaSort(column.key)}>
                      <button
                        type="button"
                        className="sorter"
                        title={t(words.sortBy, { column: column.head })}
                        onClick={() => sort(column.key)}
                      >
                        {column.head}
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.slice(0, most).map((row) => (
                  <tr key={rowKey(row)} className={isMarked?.(row) === true ? 'marked' : undefined}>
                    {columns.map((column) =>
                      column.names === true ? (
                        <th key={column.key} scope="row" className={className(column)}>
                          {shown(column, row)}
                        </th>
                      ) : (
                        <td key={column.key} className={className(column)}>
                          {shown(column, row)}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      {rows.length > 0 && found.length === 0 ? <p className="empty">{t(words.noMatch)}</p> : null}
      {found.length <= most ? null : (
        <Button variant="default" onClick={() => setMost(most + 500)}>
          {t(words.showMore, { more: Math.min(500, found.length - most) })}
        </Button>
      )}
    </div>
  )
}
