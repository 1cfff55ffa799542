import { catalogue, say, type Text } from '@intikhab/kernel/language'
import type { Form } from './bundle.ts'
import { formsOf, takeAccount, takeCount, type ContestBook } from './contest-book.ts'
import { contestResultOf } from './contest-result.ts'
import type { AccountVersion, ContestResult, CountVersion, Finding, Standing } from './edition.ts'
import { evidencePath } from './evidence.ts'
import type { ElectionFacts } from './facts.ts'
import { findFigureName } from './figure-names.ts'
import { figuresOf, tellingPaths } from './figures.ts'
import { findFindingKind } from './findings.ts'

/** What a new version of a form would do: to its figures, to the checks, to the seat. For the officer who approves it. */
export interface Effect {
  readonly counts: readonly { readonly label: Text; readonly before: number | null; readonly after: number | null }[]
  readonly differences: readonly {
    readonly field: Text
    readonly before: string | null
    readonly after: string | null
  }[]
}

const words = catalogue({
  ofStation: { en: '{name}: {figure}, this station', ur: '{name}: {figure}، یہ اسٹیشن' },
  ofForm: { en: '{figure}, this station', ur: '{figure}، یہ اسٹیشن' },
  ofSeat: { en: '{name}: votes in the seat', ur: '{name}: حلقے میں ووٹ' },
  valid: { en: 'Valid votes in the seat', ur: 'حلقے میں درست ووٹ' },
  excluded: { en: 'Excluded votes in the seat', ur: 'حلقے میں خارج ووٹ' },
  margin: { en: 'Margin in the seat', ur: 'حلقے میں فرق' },
  leader: { en: 'Leading in the seat', ur: 'حلقے میں سب سے آگے' },
  blocks: { en: 'Holds up consolidation: {finding}', ur: 'یکجائی میں رکاوٹ: {finding}' },
  warns: { en: 'To be looked at: {finding}', ur: 'توجہ طلب: {finding}' },
  records: { en: 'On record: {finding}', ur: 'ریکارڈ پر: {finding}' },
  photograph45: { en: 'Photograph of Form-45', ur: 'فارم 45 کی تصویر' },
  photograph46: { en: 'Photograph of Form-46', ur: 'فارم 46 کی تصویر' },
})

/** A text in both languages with what its places are filled with. */
export function inBoth(text: Text, values: (language: 'en' | 'ur') => Readonly<Record<string, string | number>>): Text {
  return { en: say('en', text, values('en')), ur: say('ur', text, values('ur')) }
}

/** A version of either form as the seat's book takes it. */
export type Version =
  | { readonly form: '45'; readonly version: CountVersion }
  | { readonly form: '46'; readonly version: AccountVersion }

/** The form before and after, and the photographs of the station's papers that are in. */
export interface Changing {
  readonly stationNumber: number
  readonly before: Form | undefined
  readonly after: Form
  readonly version: Version
  readonly photographs: readonly { readonly form: '45' | '46'; readonly sha256: string }[]
}

/** Puts the version into the book and tells what that changes. */
export function effectOf(book: ContestBook, election: ElectionFacts, changing: Changing): Effect {
  const { stationNumber, version, photographs } = changing
  const seatBefore = contestResultOf(book, election)
  const findingsBefore = findingsAt(book, stationNumber)
  if (version.form === '45') takeCount(book, stationNumber, version.version)
  else takeAccount(book, stationNumber, version.version)
  const seatAfter = contestResultOf(book, election)
  const leading = [nameOf(seatBefore.leader), nameOf(seatAfter.leader)] as const
  return {
    counts: [...figuresChanged(changing, seatBefore), ...seatChanged(seatBefore, seatAfter)],
    differences: [
      ...findingsChanged(findingsBefore, findingsAt(book, stationNumber)),
      ...(leading[0] === leading[1] ? [] : [{ field: words.leader, before: leading[0], after: leading[1] }]),
      ...photographs.map(({ form, sha256 }) => {
        const path = evidencePath(election.id, sha256)
        return { field: form === '45' ? words.photograph45 : words.photograph46, before: path, after: path }
      }),
    ],
  }
}

function figuresChanged({ before, after }: Changing, seat: ContestResult): Effect['counts'] {
  const { stationNumber: _number, sequence: _sequence, ...form } = after
  const [old, figures] = [figuresOf(before), figuresOf(form)]
  return tellingPaths(old, figures).flatMap((path) => {
    const named = findFigureName(path)
    if (named === undefined) return []
    const candidate = named.candidate === null ? undefined : seat.candidates[named.candidate]
    const label =
      candidate === undefined
        ? inBoth(words.ofForm, (language) => ({ figure: named.text[language] }))
        : inBoth(words.ofStation, (language) => ({ name: candidate.name[language], figure: named.text[language] }))
    return [{ label, before: old[path] ?? null, after: figures[path] ?? null }]
  })
}

function seatChanged(before: ContestResult, after: ContestResult): Effect['counts'] {
  const candidates = after.candidates.flatMap(({ name, votes }, index) => {
    const old = before.candidates[index]?.votes ?? 0
    const label = inBoth(words.ofSeat, (language) => ({ name: name[language] }))
    return old === votes ? [] : [{ label, before: old, after: votes }]
  })
  return [
    ...candidates,
    { label: words.valid, before: before.totals.valid, after: after.totals.valid },
    { label: words.excluded, before: before.totals.excluded, after: after.totals.excluded },
    { label: words.margin, before: before.margin, after: after.margin },
  ]
}

function nameOf(standing: Standing | null): string | null {
  return standing === null ? null : `${standing.name.en} · ${standing.name.ur}`
}

function findingsAt(book: ContestBook, stationNumber: number): readonly Finding[] {
  const forms = formsOf(book, stationNumber)
  if (forms === undefined) return []
  return [...(forms.count.at(-1)?.findings ?? []), ...(forms.account.at(-1)?.findings ?? []), ...forms.findings]
}

const levels = { block: words.blocks, warn: words.warns, record: words.records } as const

/** A check that no longer finds anything has a cross before and a tick after; one that finds something now, the reverse. */
function findingsChanged(before: readonly Finding[], after: readonly Finding[]): Effect['differences'] {
  const sayFinding = ({ code, level, figures }: Finding): Text => {
    const text = findFindingKind(code)?.text ?? { en: code, ur: code }
    return inBoth(levels[level], (language) => ({ finding: say(language, text, figures) }))
  }
  const texts = (findings: readonly Finding[]) => new Map(findings.map(sayFinding).map((text) => [text.en, text]))
  const [old, now] = [texts(before), texts(after)]
  const gone = [...old.values()].filter(({ en }) => !now.has(en))
  const added = [...now.values()].filter(({ en }) => !old.has(en))
  return [
    ...gone.map((field) => ({ field, before: '✗', after: '✓' })),
    ...added.map((field) => ({ field, before: '✓', after: '✗' })),
  ]
}
