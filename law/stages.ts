import type { LegalDate } from './legal-date.ts'
import type { BilingualText, LegalValue } from './legal-value.ts'
import type { RulePack } from './rule-pack.ts'

/** The stages of an election programme (s.57) in the order in which they happen. */
export const stageCodes = [
  'notification',
  'nominationsOpen',
  'nominationsClose',
  'namesPublished',
  'scrutinyEnd',
  'appealsFiledBy',
  'appealsDecidedBy',
  'revisedList',
  'withdrawal',
  'symbols',
  'poll',
] as const

export type StageCode = (typeof stageCodes)[number]

/** The date of every stage; a stage that lasts has its last day. */
export type ProgrammeStages = Readonly<Record<StageCode, LegalDate>>

export const stageLabels: Readonly<Record<StageCode, BilingualText>> = {
  notification: { en: 'Programme notified', ur: 'انتخابی پروگرام کا نوٹیفکیشن' },
  nominationsOpen: { en: 'Nominations open', ur: 'کاغذاتِ نامزدگی کی وصولی کا آغاز' },
  nominationsClose: { en: 'Last day for nominations', ur: 'کاغذاتِ نامزدگی جمع کرانے کا آخری دن' },
  namesPublished: { en: 'Names of nominated candidates published', ur: 'نامزد امیدواروں کے ناموں کی اشاعت' },
  scrutinyEnd: { en: 'Last day of scrutiny', ur: 'جانچ پڑتال کا آخری دن' },
  appealsFiledBy: { en: 'Last day for filing appeals', ur: 'اپیل دائر کرنے کا آخری دن' },
  appealsDecidedBy: { en: 'Last day for deciding appeals', ur: 'اپیلوں کے فیصلے کا آخری دن' },
  revisedList: { en: 'Revised list of candidates', ur: 'امیدواروں کی نظرثانی شدہ فہرست' },
  withdrawal: { en: 'Last day for withdrawal', ur: 'دستبرداری کا آخری دن' },
  symbols: {
    en: 'Symbols allotted, list of contesting candidates',
    ur: 'انتخابی نشانات کی الاٹمنٹ اور امیدواروں کی حتمی فہرست',
  },
  poll: { en: 'Poll', ur: 'پولنگ' },
}

/** How many days the law gives a stage, counted from the date of an earlier one. */
export interface StageRule {
  readonly stage: StageCode
  readonly from: StageCode
  readonly days: LegalValue<number>
}

/** The day counts of s.57(2). Scrutiny counts from the last day for nominations, the poll from the revised list. */
export function stageRules(pack: RulePack): readonly StageRule[] {
  const days = pack.values.programme
  return [
    { stage: 'nominationsClose', from: 'notification', days: days.nominationDays },
    { stage: 'namesPublished', from: 'nominationsClose', days: days.namesPublishedDays },
    { stage: 'scrutinyEnd', from: 'nominationsClose', days: days.scrutinyDays },
    { stage: 'appealsFiledBy', from: 'scrutinyEnd', days: days.appealFilingDays },
    { stage: 'appealsDecidedBy', from: 'appealsFiledBy', days: days.appealDecisionDays },
    { stage: 'revisedList', from: 'appealsDecidedBy', days: days.revisedListDays },
    { stage: 'withdrawal', from: 'revisedList', days: days.withdrawalDays },
    { stage: 'symbols', from: 'withdrawal', days: days.symbolDays },
    { stage: 'poll', from: 'revisedList', days: days.revisedListToPollDays },
  ]
}
