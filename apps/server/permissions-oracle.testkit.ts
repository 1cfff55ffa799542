import { readFileSync } from 'node:fs'

/** An office as the oracle sees it: only what stands on the page. */
export interface HeldOffice {
  /** The letters of its column, e.g. `RO`. */
  readonly letters: string
  readonly place: string
  /** Empty where it is held in every election. */
  readonly election: string
  /** Whether its dates hold at this moment. */
  readonly isNow: boolean
}

/** What the page says of a request. `unknown`: the place is found in a record, which the page does not show. */
type Verdict = 'yes' | 'no' | 'unknown'

/** The second opinion: reads docs/permissions.md as a lawyer would, and knows nothing of the code. */
export interface Oracle {
  readonly letters: readonly string[]
  /** The act of an address as the page writes it: `everybody`, `all staff`, or an act of the table. */
  actOf(address: string): string | undefined
  judge(address: string, offices: readonly HeldOffice[], place: PlaceAsked | undefined): Verdict
}

/** The place that a request names, and the wider places in which it lies: `constituency NA-46`, `district islamabad`. */
export interface PlaceAsked {
  readonly within: readonly string[]
  readonly election: string
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const bare = (cell: string) => cell.replaceAll(/[`*⟳]/g, '').trim()

function tableUnder(page: string, heading: string): string[][] {
  const [, after = ''] = page.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
    .map(cells)
}

/** Reads the page at `file`. */
export function readOracle(file: string): Oracle {
  const page = readFileSync(file, 'utf8')
  const [head = [], ...acts] = tableUnder(page, 'The acts')
  const letters = head.slice(2)
  const marks = new Map(
    acts.map(([act = '', , ...line]) => [bare(act), new Map(letters.map((l, i) => [l, line[i] ?? '']))]),
  )
  const addresses = new Map(
    tableUnder(page, 'Every address')
      .slice(1)
      .map(([act = '', address = '', where = '']) => [bare(address), { act: bare(act), where }]),
  )

  function judge(address: string, offices: readonly HeldOffice[], place: PlaceAsked | undefined): Verdict {
    const listed = addresses.get(address)
    if (listed === undefined) throw new Error(`${address} is not on the page`)
    if (listed.act === 'everybody' || listed.act === 'all staff') return 'yes'
    const holding = offices.filter(
      (office) => office.isNow && /^[xpb]$/.test(marks.get(listed.act)?.get(office.letters) ?? ''),
    )
    if (holding.length === 0) return 'no'
    const national = holding.filter((office) => office.place === 'national')
    if (listed.where.startsWith('over some place')) {
      // Reading is narrowed to what lies there; what writing touches may lie elsewhere, and is then barred.
      const isSure = address.startsWith('GET ') || national.some((office) => office.election === '')
      return isSure ? 'yes' : 'unknown'
    }
    if (listed.where.startsWith('only who holds it over the country'))
      return national.some((office) => office.election === '') ? 'yes' : 'no'
    if (national.some((office) => office.election === '')) return 'yes'
    if (place === undefined) return 'unknown'
    const reaches = holding.some(
      (office) =>
        (office.election === '' || office.election === place.election) &&
        (office.place === 'national' || place.within.includes(office.place)),
    )
    return reaches ? 'yes' : 'no'
  }

  return { letters, actOf: (address) => addresses.get(address)?.act, judge }
}
