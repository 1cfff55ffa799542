/** What runs in a searchable copy: opens its data and searches it, in any browser, from a file, without a network. */
import { readMarkLine } from '../../../core/editions/copy-mark.ts'
import { finder, searchedRow, type Searched } from '../../../core/editions/search-copy.ts'
import { readSearchableLine } from '../../../core/editions/searchable-row.ts'
import { formatCnic } from '../../../core/identifiers.ts'

const shownAtMost = 200

const words = {
  opening: ['فہرست کھل رہی ہے', 'Opening the roll'],
  found: ['ملنے والے ووٹر', 'voters found'],
  first: ['پہلے دکھائے گئے', 'first shown'],
  ready: ['ووٹر؛ نام، شناختی کارڈ یا سلسلہ نمبر لکھیں', 'voters; type a name, a CNIC or a serial number'],
  damaged: ['یہ نقل خراب ہے', 'This copy is damaged'],
  male: ['مرد', 'man'],
  female: ['خاتون', 'woman'],
  other: ['دیگر', 'other'],
  son: ['ولد', 'son of'],
  daughter: ['دختر', 'daughter of'],
  wife: ['زوجہ', 'wife of'],
} as const

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`the copy lacks ${id}`)
}

const state = element('state', HTMLElement)
const counted = (n: number): string => n.toLocaleString('en')

async function textOf(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const opened = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(opened).text()
}

/** All voters, area by area; what was read is taken out of the page. */
async function openAreas(onArea: (done: number, of: number) => void): Promise<Searched[]> {
  const areas = [...document.querySelectorAll<HTMLScriptElement>('script[data-block]')]
  const all: Searched[] = []
  for (const [done, area] of areas.entries()) {
    const [first = '', ...lines] = (await textOf(area.textContent)).split('\n')
    if (readMarkLine(first) === undefined) throw new Error('an area bears no mark')
    const block = area.dataset['block'] ?? ''
    for (const line of lines) if (line !== '') all.push(searchedRow(readSearchableLine(line), block))
    area.remove()
    onArea(done + 1, areas.length)
  }
  return all
}

function cell(text: string, isLatin = false): HTMLTableCellElement {
  const made = document.createElement('td')
  made.textContent = text
  if (isLatin) made.dir = 'ltr'
  return made
}

function rowOf(voter: Searched): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(
    cell(String(voter.serial), true),
    cell(String(voter.household), true),
    cell(voter.nameUr),
    cell(`${words[voter.relation][0]} ${voter.relationNameUr}`),
    cell(formatCnic(voter.cnic), true),
    cell(String(voter.age), true),
    cell(words[voter.gender][0]),
    cell(voter.addressUr),
    cell(voter.block, true),
  )
  return row
}

/** Says how many in both languages, each by itself: a number between two scripts would join either. */
function tell(...said: readonly (readonly [words: readonly [string, string], n: string])[]): void {
  const made = said.flatMap(([[ur, en], n]) => {
    const [urdu, english] = [document.createElement('bdi'), document.createElement('bdi')]
    urdu.textContent = `${n} ${ur}`
    english.textContent = `${n} ${en}`
    english.dir = 'ltr'
    english.lang = 'en'
    return [urdu, ' ', english, ' ']
  })
  state.replaceChildren(...made)
}

function search(all: readonly Searched[]): void {
  const query = element('query', HTMLInputElement).value.trim()
  const block = element('area', HTMLSelectElement).value
  const rows = element('rows', HTMLTableSectionElement)
  const isIn = (voter: Searched) => block === '' || voter.block === block
  if (query === '') {
    rows.replaceChildren(...(block === '' ? [] : all.filter(isIn).map(rowOf)))
    tell([words.ready, counted(all.filter(isIn).length)])
    return
  }
  const matches = finder(query)
  const found = all.filter((voter) => isIn(voter) && matches(voter))
  rows.replaceChildren(...found.slice(0, shownAtMost).map(rowOf))
  const more = [words.first, counted(shownAtMost)] as const
  tell([words.found, counted(found.length)], ...(found.length > shownAtMost ? [more] : []))
}

openAreas((done, of) => {
  tell([words.opening, `${done}/${of}`])
}).then(
  (all) => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => search(all), 150)
    }
    element('query', HTMLElement).addEventListener('input', soon)
    element('area', HTMLElement).addEventListener('change', soon)
    document.body.dataset['state'] = 'ready'
    search(all)
  },
  () => {
    document.body.dataset['state'] = 'damaged'
    tell([words.damaged, ''])
  },
)
