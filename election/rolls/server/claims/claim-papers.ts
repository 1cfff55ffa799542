import {
  formatDay,
  formatInstant,
  formatTime,
  say,
  type Language,
  type MessageValue,
  type Text,
} from '@intikhab/kernel/language'
import { karachiDate, type RulePack } from '@intikhab/law'
import { isOpen, type Claim } from '../../core/claims/claim.ts'
import { contentLines, type ClaimLine } from '../../core/claims/claim-lines.ts'
import { claimPurposes, type Claimant } from '../../core/claims/claim-content.ts'
import type { PublicClock } from '../../core/claims/clocks.ts'
import { formatPin } from '../../core/claims/docket.ts'
import { claimForms, claimPeriods, formOf, orderSection, type ClaimPeriod } from '../../core/claims/forms.ts'
import { paperWords as words } from '../../core/claims/paper-words.ts'
import { claimWords } from '../../core/claims/words.ts'
import type { ClaimView } from './claim-view.ts'
import type { ListedHearing } from './desk.ts'
import type { Paper, PaperBlock, PaperCell } from './paper.ts'

/** The papers of a single claim. */
export const claimPapers = ['form', 'notice', 'order'] as const
export type ClaimPaper = (typeof claimPapers)[number]

type Names = Pick<ClaimView, 'districtName' | 'concerned'>

/** Says texts in one language. */
export function speaker(language: Language) {
  return (text: Text, values?: Readonly<Record<string, MessageValue>>) => say(language, text, values)
}

/** What stands above and below a paper of the office of a district. */
export function head(language: Language, district: string): Pick<Paper, 'language' | 'office' | 'footer'> {
  const t = speaker(language)
  const office = district === '' ? t(words.office) : t(words.officeOf, { district })
  return { language, office, footer: office }
}

/** By which form something is claimed: `Form-23: Correction of an entry`. */
function formLine({ form, content }: Pick<Claim, 'form' | 'content'>, language: Language): string {
  const t = speaker(language)
  return t(words.form, { form, title: t(claimForms[content.purpose].title) })
}

/** A form as it is handed out, to be filled in by hand. Undefined for a number that is none of the pack's. */
export function blankForm(pack: RulePack, number: string, language: Language): Paper | undefined {
  const found = claimPeriods
    .flatMap((period) => claimPurposes.map((purpose) => ({ period, purpose, form: formOf(pack, period, purpose) })))
    .find(({ form }) => form === number)
  if (found === undefined) return undefined
  const t = speaker(language)
  const { title, lead, parts, papers } = claimForms[found.purpose]
  const blocks = parts.flatMap((part): PaperBlock[] => [
    { kind: 'heading', text: t(part.title) },
    {
      kind: 'blanks',
      rows: part.fields.map((field) => ({
        name: t(field).replaceAll('☐', '').trim(),
        box: field.en.includes('☐'),
      })),
    },
  ])
  return {
    ...head(language, ''),
    title: t(words.form, { form: number, title: t(title) }),
    under: t(claimWords[found.period]),
    footer: t(words.ourLayout),
    address: null,
    blocks: [
      { kind: 'text', text: t(lead) },
      ...blocks,
      { kind: 'heading', text: t(words.toBring) },
      { kind: 'list', items: papers.map((paper) => t(paper)) },
      { kind: 'sign', names: [t(words.signature), t(words.date)] },
    ],
  }
}

function claimantLines(claimant: Claimant | null, language: Language): ClaimLine[] {
  const t = speaker(language)
  if (claimant === null) return []
  const { name, cnic, phone, representative } = claimant
  return [
    { name: t(claimWords.claimant), value: name },
    { name: t(claimWords.cnic), value: cnic, isCode: true },
    ...(phone === '' ? [] : [{ name: t(claimWords.phone), value: phone, isCode: true }]),
    ...(representative === null
      ? []
      : [{ name: t(claimWords.representative), value: `${representative.name} (${representative.cnic})` }]),
  ]
}

function docketLines(
  { docket, state }: Pick<Claim, 'docket' | 'state'>,
  { dueOn }: Pick<PublicClock, 'dueOn'>,
  lodgedAt: string,
  language: Language,
): ClaimLine[] {
  const t = speaker(language)
  return [
    { name: t(claimWords.docket), value: docket, isCode: true },
    { name: t(claimWords.lodgedAt), value: formatInstant(language, new Date(lodgedAt)) },
    ...(isOpen({ state }) ? [{ name: t(claimWords.dueOn), value: dueLine(dueOn, language) }] : []),
  ]
}

/** The day by which a claim has to be decided; while none can be said, that it is after the results. */
function dueLine(dueOn: string | null, language: Language): string {
  return dueOn === null ? say(language, claimWords.afterResults) : formatDay(language, dueOn)
}

/** The form as it was filled in. */
function filledForm(claim: ClaimView, language: Language): Paper {
  const t = speaker(language)
  const form = claimForms[claim.content.purpose]
  return {
    ...head(language, t(claim.districtName)),
    title: formLine(claim, language),
    under: t(claimWords[claim.period]),
    address: null,
    blocks: [
      { kind: 'facts', rows: docketLines(claim, claim, claim.lodgedAt, language) },
      ...form.parts.slice(0, 1).map((part): PaperBlock => ({ kind: 'heading', text: t(part.title) })),
      { kind: 'facts', rows: claimantLines(claim.claimant, language) },
      { kind: 'heading', text: t(form.title) },
      { kind: 'facts', rows: contentLines(claim.content, language) },
      { kind: 'sign', names: [t(words.signature), t(words.date), t(words.officerSignature)] },
    ],
  }
}

/** What whoever lodged takes home: docket, PIN and where to follow it. Without the PIN where it is not known. */
export function receipt(
  claim: Pick<Claim, 'docket' | 'state' | 'form' | 'content'> & { readonly lodgedAt: string },
  about: {
    readonly language: Language
    readonly district: string
    readonly pin: string
    readonly address: string
    readonly clock: PublicClock
  },
): Paper {
  const { language, pin, address, clock } = about
  const t = speaker(language)
  return {
    ...head(language, about.district),
    title: t(words.receipt),
    under: formLine(claim, language),
    address,
    blocks: [
      { kind: 'text', text: t(words.receiptLead) },
      {
        kind: 'large',
        rows: [
          { name: t(claimWords.docket), value: claim.docket },
          { name: t(claimWords.pin), value: formatPin(pin) },
        ],
      },
      { kind: 'facts', rows: docketLines(claim, clock, claim.lodgedAt, language) },
      ...(clock.isFrozen ? [{ kind: 'strong', text: t(claimWords.frozen) } as const] : []),
      ...(clock.mayBeLater ? [{ kind: 'text', text: t(claimWords.mayBeLater) } as const] : []),
      { kind: 'text', text: t(words.follow, { address }) },
    ],
  }
}

/** The notice to the person objected to; undefined where there is nobody or no hearing. */
function notice(claim: ClaimView, language: Language): Paper | undefined {
  const { hearing, concerned, content } = claim
  if (hearing === null || concerned === null || content.purpose !== 'objection') return undefined
  const t = speaker(language)
  return {
    ...head(language, t(claim.districtName)),
    title: t(words.notice),
    under: formLine(claim, language),
    address: null,
    blocks: [
      { kind: 'text', text: t(words.noticeTo, { name: concerned.nameUr, address: concerned.addressUr }) },
      { kind: 'text', text: t(words.noticeLead) },
      { kind: 'strong', text: `${formatInstant(language, new Date(hearing.at))} · ${hearing.room}` },
      {
        kind: 'facts',
        rows: [
          { name: t(claimWords.docket), value: claim.docket, isCode: true },
          { name: t(claimWords.ground), value: t(claimWords[content.ground]) },
          { name: t(claimWords.block), value: content.block, isCode: true },
          { name: t(claimWords.serial), value: String(content.serial), isCode: true },
        ],
      },
      { kind: 'text', text: t(words.noticeNone) },
      { kind: 'sign', names: [t(words.officerSignature), t(words.served)] },
    ],
  }
}

/** The order with its reasons; undefined before there is one. Whole CNICs stand on no order: it is shown to both sides. */
export function order(
  claim: Omit<Claim, 'lodgedAt' | 'concerned' | 'dueOn'>,
  { districtName, concerned }: Names,
  decidedAt: Date,
  pack: RulePack,
  language: Language,
): Paper | undefined {
  const { decision, present } = claim
  if (decision === null) return undefined
  const t = speaker(language)
  const came = (is: boolean) => t(claimWords[is ? 'yes' : 'no'])
  return {
    ...head(language, t(districtName)),
    title: t(claimWords.order),
    under: formLine(claim, language),
    address: null,
    blocks: [
      {
        kind: 'strong',
        text: t(words.orderLine, {
          order: decision.order,
          docket: claim.docket,
          outcome: t(claimWords[decision.outcome]),
        }),
      },
      {
        kind: 'facts',
        rows: [
          { name: t(words.date), value: formatDay(language, karachiDate(decidedAt)) },
          { name: t(words.section), value: orderSection(pack, claim.period), isCode: true },
          ...(claim.claimant === null ? [] : [{ name: t(claimWords.claimant), value: claim.claimant.name }]),
          ...(concerned === null ? [] : [{ name: t(claimWords.concerned), value: concerned.nameUr }]),
          ...(present === null
            ? []
            : [
                {
                  name: t(words.presence),
                  value:
                    claim.content.purpose === 'objection'
                      ? t(words.came, { claimant: came(present.claimant), concerned: came(present.concerned) })
                      : `${t(claimWords.claimant)}: ${came(present.claimant)}`,
                },
              ]),
        ],
      },
      { kind: 'heading', text: t(claimForms[claim.content.purpose].title) },
      { kind: 'facts', rows: contentLines(claim.content, language) },
      { kind: 'heading', text: t(claimWords.reasons) },
      { kind: 'text', text: decision.reasons },
      { kind: 'heading', text: t(words.effect) },
      { kind: 'text', text: t(decision.actionId === null ? words.effectNone : words.effectDone) },
      ...(decision.under === null
        ? []
        : [{ kind: 'text', text: t(words.underOrder, { under: decision.under }) } as const]),
      { kind: 'text', text: t(words.appeal, { days: pack.values.rolls.claimAppealDays.value }) },
      { kind: 'sign', names: [t(words.officerSignature), t(claimWords[claim.period])] },
    ],
  }
}

/** One of the papers of a claim; undefined where there is none yet. */
export function claimPaper(kind: ClaimPaper, claim: ClaimView, pack: RulePack, language: Language): Paper | undefined {
  if (kind === 'form') return filledForm(claim, language)
  if (kind === 'notice') return notice(claim, language)
  const decidedAt = claim.past.find(({ event }) => event.kind === 'decided')?.at
  return decidedAt === undefined ? undefined : order(claim, claim, new Date(decidedAt), pack, language)
}

/** The hearings of a day before one authority, to be hung at the door. */
export function hearingList(
  hearings: readonly ListedHearing[],
  about: { readonly day: string; readonly district: string; readonly period: ClaimPeriod; readonly language: Language },
): Paper {
  const { day, district, period, language } = about
  const t = speaker(language)
  return {
    ...head(language, district),
    title: t(claimWords.hearingList),
    under: `${t(claimWords[period])} · ${formatDay(language, day)}`,
    address: null,
    landscape: true,
    blocks: [
      hearings.length === 0
        ? { kind: 'text', text: t(words.noHearings) }
        : {
            kind: 'table',
            head: [
              t(claimWords.hour),
              t(claimWords.docket),
              t(claimWords.matter),
              t(claimWords.claimant),
              t(words.objectedTo),
              t(claimWords.room),
              t(claimWords.dueOn),
              t(words.present),
            ],
            widths: [0, 0, 2, 2, 3, 2, 2, 0],
            rows: hearings.map((listed) => hearingLine(listed, language)),
          },
      { kind: 'sign', names: [t(words.officerSignature), t(words.date)] },
    ],
  }
}

function hearingLine({ claim, clock, concerned }: ListedHearing, language: Language): PaperCell[] {
  const { hearing, docket, form, content, claimant, state } = claim
  const t = speaker(language)
  // Two of one name stand on one list: the line of the roll says who of them is meant.
  const objectedTo = (serial: number, block: string) =>
    t(words.objectedToLine, { name: concerned ?? t(words.nobodyAtLine), serial: String(serial), block })
  return [
    { code: hearing === null ? '' : formatTime('en', new Date(hearing.at)).slice(0, 5) },
    { code: docket },
    `${t(claimWords.formNumber, { form })} · ${t(claimWords[content.purpose])}`,
    claimant?.name ?? '',
    content.purpose === 'objection' ? objectedTo(content.serial, content.block) : '',
    hearing?.room ?? '',
    isOpen({ state }) ? dueLine(clock.dueOn, language) : t(claimWords[state]),
    '☐',
  ]
}
