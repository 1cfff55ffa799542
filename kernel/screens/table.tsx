import { say, type Language } from '@intikhab/kernel/language'
import { useId, type ReactNode } from 'react'
import { words } from './words.ts'

/** One column of a table. Cells are rendered on the server; the script sorts by what they show, or by `order`. */
export interface Column<R> {
  readonly key: string
  readonly head: string
  readonly cell: (row: R, index: number) => ReactNode
  /** Numbers stand at the end of the line, with tabular figures. */
  readonly numeric?: boolean
  /** What to sort by where the cell's text will not do, e.g. an instant. */
  readonly order?: (row: R) => string | number
  /** The cell names its row. */
  readonly names?: boolean
  /** Left out on narrow screens, where another cell says the same. */
  readonly wideOnly?: boolean
  /** Cell of the closing row. */
  readonly total?: ReactNode
}

export interface TableProps<R> {
  readonly caption: ReactNode
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Anchor of a row that others link to. */
  readonly rowId?: (row: R) => string
  readonly language: Language
  /** Offer sorting, copying and, for long tables, filtering once the script is there. */
  readonly tools?: boolean
  /** Address of the same figures as CSV. */
  readonly csv?: string
  readonly hideCaption?: boolean
  readonly empty?: ReactNode
}

/** Rows from which a filter field is offered. */
const longTable = 12

/** A table that is complete as plain HTML; the script adds sorting, filtering and copying where `tools` is set. */
export function Table<R>(props: TableProps<R>): ReactNode {
  const { columns, rows, language } = props
  const id = useId()
  const className = (column: Column<R>) =>
    [column.numeric === true ? 'numeric' : '', column.wideOnly === true ? 'wide-only' : ''].join(' ').trim() ||
    undefined
  return (
    <div
      className="table"
      {...(props.tools === true ? { 'data-table': rows.length >= longTable ? 'long' : 'short' } : {})}
    >
      {props.csv === undefined ? null : (
        <p className="table-tools">
          <a href={props.csv} download="">
            {say(language, words.download)}
          </a>
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways: the keyboard must reach it */}
      <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id} className={props.hideCaption === true ? 'unseen' : undefined}>
            {props.caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={className(column)}>
                  <bdi>{column.head}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={props.rowKey(row)} id={props.rowId?.(row)}>
                {columns.map((column) => {
                  const shared = {
                    className: className(column),
                    ...(column.order === undefined ? {} : { 'data-order': column.order(row) }),
                  }
                  return column.names === true ? (
                    <th key={column.key} scope="row" {...shared}>
                      {column.cell(row, index)}
                    </th>
                  ) : (
                    <td key={column.key} {...shared}>
                      {column.cell(row, index)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          {rows.length > 0 && columns.some((column) => column.total !== undefined) ? (
            <tfoot>
              <tr>
                {columns.map((column) => (
                  <td key={column.key} className={className(column)}>
                    {column.total}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </section>
      {rows.length === 0 ? <p className="empty">{props.empty ?? say(language, words.noRows)}</p> : null}
    </div>
  )
}
