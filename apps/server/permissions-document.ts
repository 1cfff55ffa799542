import {
  actNames,
  acts,
  allRoles,
  approversFor,
  isWeighty,
  marks,
  needsFreshFactor,
  roles,
  type Act,
  type Role,
  type ScopeKind,
} from '@intikhab/kernel/identity'
import type { RouteSummary } from '@intikhab/kernel/http'

const introduction = `# Who may do what

A person holds *offices*: a role, over a place, for a time. An act may be done only by somebody who holds at that moment
an office that includes it, over the place in which it is done. Nothing is allowed that this page does not allow: an
address whose act is not in the table does not compile.

Marks: **x** does the act alone. A weighty act takes two people: **p** may propose it, **a** may approve what another has
proposed, **b** may do either, but never both for the same proposal, and never at the same device. Every weighty act, and
every act marked with ⟳, asks for the second factor again when it was last shown more than ten minutes ago.

This page is generated from the code (\`npm run permissions\`), a test holds both equal, and another test walks every
address of the running system with made-up people, places, dates and acts and compares each decision with this page.
`

const placeNames: Readonly<Record<ScopeKind, string>> = {
  national: 'the country',
  province: 'a province',
  region: 'a region (division)',
  district: 'a district',
  constituency: 'a seat',
  station: 'a polling station',
  agency: 'an agency',
}

/** The letters by which the columns of the table are headed. */
const letters: Readonly<Record<Role, string>> = {
  secretariat: 'SEC',
  'provincial-officer': 'PEC',
  'regional-officer': 'REC',
  'district-officer': 'DEC',
  'district-returning-officer': 'DRO',
  'returning-officer': 'RO',
  'assistant-returning-officer': 'ARO',
  'presiding-officer': 'PO',
  'data-entry': 'DEO',
  supervisor: 'SUP',
  observer: 'OBS',
  agency: 'AGY',
  tribunal: 'TRI',
  auditor: 'AUD',
  'revising-authority': 'RVA',
  'assistant-registration-officer': 'ARG',
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}

const officesTable = () =>
  table(
    ['', 'Office', 'عہدہ', 'Held over', 'For how long', 'Rank'],
    allRoles.map((role) => {
      const { name, over, isOfElection, rank } = roles[role]
      const held = over.map((kind) => placeNames[kind]).join(', ')
      const term = isOfElection ? 'one election, within its programme' : 'until it is ended'
      return [`**${letters[role]}**`, name.en, name.ur, held, term, String(rank)]
    }),
  )

const actsTable = () =>
  table(
    ['Act', 'In words', ...allRoles.map((role) => letters[role])],
    [...acts].map((act) => {
      const named = `\`${act}\`${needsFreshFactor(act) && !isWeighty(act) ? ' ⟳' : ''}`
      return [named, actNames[act as Act].en].concat(allRoles.map((role) => marks(act).get(role) ?? ''))
    }),
  )

const weightyTable = () =>
  table(
    ['Act', 'کام', 'May be approved by'],
    [...acts].filter(isWeighty).map((act) => [
      `\`${act}\``,
      actNames[act as Act].ur,
      approversFor(act)
        .map((role) => roles[role].name.en)
        .join(', '),
    ]),
  )

const where = {
  nationally: 'only who holds it over the country',
  'by-input': 'in the place that the request names',
  anywhere: 'over some place, and only for what lies there',
} as const

function addressTable(routes: readonly RouteSummary[]): string {
  const shown = (act: string) => (act === 'public' ? 'everybody' : act === 'signed-in' ? 'all staff' : `\`${act}\``)
  const rows = routes.map(({ method, path, act, placed, summary }) => [
    shown(act),
    `\`${method} ${path}\``,
    act === 'public' || act === 'signed-in' ? '' : where[placed],
    summary,
  ])
  return table(
    ['Act', 'Address', 'Where', 'What it does'],
    rows.toSorted((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`, 'en')),
  )
}

/** `docs/permissions.md`: the offices, the rights table, and every address with the act it asks for. Ends with a newline. */
export function permissionsDocument(routes: readonly RouteSummary[]): string {
  return [
    introduction,
    `## The offices\n\nA lower number is a higher rank. Whoever may invite gives offices below the own rank and inside the own place;
the own rank and above takes a second person.\n`,
    officesTable(),
    '## The acts\n',
    actsTable(),
    '## Acts that take two people\n',
    weightyTable(),
    '## Every address\n',
    addressTable(routes),
  ].join('\n')
}
