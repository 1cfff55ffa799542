import { fold } from '@intikhab/kernel/language'
import { compareCells, orderOf, tabSeparated } from './cells.ts'
import { word } from './words.ts'

/** Gives every table that asks for it sorting by its heads, copying and, if it is long, a filter. */
export function equipTables(root: ParentNode): void {
  for (const holder of root.querySelectorAll<HTMLElement>('[data-table]:not([data-equipped])')) {
    const table = holder.querySelector('table')
    if (table === null) continue
    holder.dataset['equipped'] = ''
    addSorting(table)
    addTools(holder, table)
  }
}

function valueOf(row: HTMLTableRowElement, column: number): number | string {
  const cell = row.cells[column]
  const given = cell?.dataset['order']
  return given === undefined ? orderOf(cell?.textContent ?? '') : orderOf(given)
}

function addSorting(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  for (const [column, head] of heads.entries()) {
    const label = head.textContent ?? ''
    if (label === '') continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'sorter'
    button.title = word('sortBy', { column: label })
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const numeric = head.classList.contains('numeric')
      const before = head.getAttribute('aria-sort')
      // Numbers are first wanted from the largest down.
      const direction =
        before === null ? (numeric ? 'descending' : 'ascending') : before === 'ascending' ? 'descending' : 'ascending'
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', direction)
      sortRows(table, column, direction === 'ascending' ? 1 : -1)
    })
  }
}

function sortRows(table: HTMLTableElement, column: number, sign: 1 | -1): void {
  const body = table.tBodies[0]
  if (body === undefined) return
  const locale = document.documentElement.lang
  const rows = [...body.rows].map((row) => ({ row, value: valueOf(row, column) }))
  rows.sort((a, b) => sign * compareCells(a.value, b.value, locale))
  body.append(...rows.map(({ row }) => row))
}

function addTools(holder: HTMLElement, table: HTMLTableElement): void {
  const found = holder.querySelector<HTMLElement>('.table-tools')
  const tools = found ?? document.createElement('p')
  if (found === null) {
    tools.className = 'table-tools'
    holder.prepend(tools)
  }
  if (holder.dataset['table'] === 'long') tools.prepend(filterOf(table))
  const copy = document.createElement('button')
  copy.type = 'button'
  copy.textContent = word('copy')
  copy.addEventListener('click', () => void copyTable(table, copy))
  tools.append(copy)
}

async function copyTable(table: HTMLTableElement, button: HTMLButtonElement): Promise<void> {
  const rows = [...table.rows].filter((row) => !row.hidden)
  const text = tabSeparated(rows.map((row) => [...row.cells].map((cell) => cell.textContent ?? '')))
  await navigator.clipboard.writeText(text)
  button.textContent = word('copied')
  setTimeout(() => (button.textContent = word('copy')), 2000)
}

function filterOf(table: HTMLTableElement): DocumentFragment {
  const parts = document.createDocumentFragment()
  const label = document.createElement('label')
  const input = document.createElement('input')
  const state = document.createElement('span')
  input.type = 'search'
  input.autocomplete = 'off'
  label.append(`${word('filter')} `, input)
  state.setAttribute('role', 'status')
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({ row, text: fold(row.textContent ?? '') }))
  input.addEventListener('input', () => {
    const wanted = fold(input.value)
      .split(/\s+/)
      .filter((part) => part !== '')
    let shown = 0
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((part) => text.includes(part))
      if (!row.hidden) shown++
    }
    state.textContent =
      wanted.length === 0 ? '' : shown === 0 ? word('noMatch') : word('rowsShown', { shown, all: rows.length })
  })
  parts.append(label, state)
  return parts
}
