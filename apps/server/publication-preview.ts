/** What the second person sees before an edition is published. */
import { createHash } from 'node:crypto'
import type { ApprovalPreview } from '@intikhab/kernel/approvals'
import { describeFile } from '@intikhab/kernel/editions'
import type { Text } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { enquirySeries, findStatistics, rollSeries, rollsRefusals, type RollId } from '@intikhab/rolls'
import type { House } from './house.ts'
import type { EditionFiles } from './series.ts'
import { siteRefusals } from './site-refusals.ts'

type Count = ApprovalPreview['counts'][number]
type Difference = ApprovalPreview['differences'][number]

/** Files named one by one; of the others only the number, and the fingerprint of all together. */
const mostNamed = 40

/** An edition whose files can be made in a moment: each that is new, changed or gone. Refuses `nothing-changed`. */
export async function filesPreview(house: House, what: Text, made: EditionFiles): Promise<Outcome<ApprovalPreview>> {
  const newest = await house.editions.reader.latest(made.series)
  const before = new Map(newest?.manifest.files.map(({ path, sha256 }) => [path, sha256]))
  const after = new Map(made.files.map(describeFile).map(({ path, sha256 }) => [path, sha256]))
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  const differing = paths.filter((path) => before.get(path) !== after.get(path))
  if (differing.length === 0 && newest !== undefined)
    return refuse(siteRefusals['nothing-changed'], { detail: { number: newest.manifest.number } })
  const number = (newest?.manifest.number ?? 0) + 1
  const differences: Difference[] = differing.slice(0, mostNamed).map((path) => ({
    field: { en: path, ur: path },
    before: before.get(path)?.slice(0, 16) ?? null,
    after: after.get(path)?.slice(0, 16) ?? null,
  }))
  const count = (label: Text, among: readonly string[]): Count[] =>
    among.length === 0 ? [] : [{ label, before: null, after: among.length }]
  return accept({
    subject: `${made.series}/${number}`,
    sentence: sentenceOf(what, made.series, number),
    counts: [
      { label: words.edition, before: newest?.manifest.number ?? null, after: number },
      { label: words.files, before: newest?.manifest.files.length ?? null, after: after.size },
      ...count(
        words.added,
        differing.filter((path) => !before.has(path)),
      ),
      ...count(
        words.changed,
        differing.filter((path) => before.has(path) && after.has(path)),
      ),
      ...count(
        words.removed,
        differing.filter((path) => !after.has(path)),
      ),
    ],
    differences: [
      ...differences,
      { field: words.together, before: newest === undefined ? null : digest(before), after: digest(after) },
    ],
  })
}

/** An edition that is made out of the whole roll: not its files, but what they are made of. Refuses `unknown-roll`, `unknown-district`. */
export async function rollPreview(
  house: House,
  what: Text,
  about: {
    readonly kind: 'roll' | 'enquiry'
    readonly rollId: RollId
    readonly electionId: string
    readonly delimitationId: string | null
    /** Code of the district whose voters alone are in a look-up pack. */
    readonly onlyDistrict?: string | undefined
  },
): Promise<Outcome<ApprovalPreview>> {
  const { kind, rollId, electionId, delimitationId, onlyDistrict } = about
  const roll = await house.rolls.getRoll(rollId)
  if (!roll.ok) return roll
  if (onlyDistrict !== undefined && !(await house.rolls.store.districts()).some(({ code }) => code === onlyDistrict))
    return refuse(rollsRefusals['unknown-district'], { field: '/onlyDistrict' })
  const series = kind === 'roll' ? rollSeries(rollId) : enquirySeries(rollId, onlyDistrict)
  const newest = await house.editions.reader.latest(series)
  const number = (newest?.manifest.number ?? 0) + 1
  const counted =
    onlyDistrict === undefined
      ? await findStatistics(await house.editions.reader.latest(rollSeries(rollId)))
      : undefined
  const scheme = await house.schemes.store.findCurrent(electionId)
  return accept({
    subject: `${series}/${number}`,
    sentence: sentenceOf(what, series, number),
    counts: [
      { label: words.edition, before: newest?.manifest.number ?? null, after: number },
      // The register moves every minute: a preview with its count would be another one each time it is looked at.
      ...(counted === undefined ? [] : [{ label: words.voters, before: counted.total, after: null }]),
      { label: words.stations, before: null, after: scheme?.stations ?? null },
    ],
    differences: [
      { field: words.roll, before: null, after: { en: roll.value.nameEn, ur: roll.value.nameUr } },
      ...(onlyDistrict === undefined ? [] : [{ field: words.district, before: null, after: onlyDistrict }]),
      { field: words.scheme, before: null, after: scheme === undefined ? null : `${electionId} / ${scheme.version}` },
      { field: words.delimitation, before: null, after: delimitationId },
    ],
  })
}

function sentenceOf(what: Text, series: string, number: number): Text {
  return {
    en: `${what.en}: edition ${number} of ${series} is signed and published for everybody, and can never be taken back.`,
    ur: `${what.ur}: سلسلہ ${series} کی اشاعت ${number} دستخط کے ساتھ سب کے لیے شائع ہو گی اور کبھی واپس نہیں لی جا سکے گی۔`,
  }
}

function digest(files: ReadonlyMap<string, string>): string {
  const lines = [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, hash]) => `${hash}  ${path}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 16)
}

const words = {
  edition: { en: 'Edition', ur: 'اشاعت' },
  files: { en: 'Files', ur: 'فائلیں' },
  added: { en: 'Files that are new', ur: 'نئی فائلیں' },
  changed: { en: 'Files that change', ur: 'بدلنے والی فائلیں' },
  removed: { en: 'Files that are left out', ur: 'نکالی گئی فائلیں' },
  together: { en: 'All files together (start of SHA-256)', ur: 'تمام فائلیں ملا کر (SHA-256 کا آغاز)' },
  voters: { en: 'Voters in the newest statistics', ur: 'تازہ ترین اعداد میں ووٹر' },
  stations: { en: 'Polling stations', ur: 'پولنگ اسٹیشن' },
  roll: { en: 'Roll', ur: 'انتخابی فہرست' },
  district: { en: 'Voters of this district alone', ur: 'صرف اس ضلع کے ووٹر' },
  scheme: { en: 'Polling scheme and its version', ur: 'پولنگ اسکیم اور اس کا ورژن' },
  delimitation: { en: 'Delimitation', ur: 'حلقہ بندی' },
} satisfies Record<string, Text>
