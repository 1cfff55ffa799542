import { getRulePack, stageLabels } from '@intikhab/law'
import type { ProgrammeCheck } from '@intikhab/law'
import type { ApprovalPreview } from '@intikhab/kernel/approvals'
import { formatDay } from '@intikhab/kernel/language'
import type { Language, Text } from '@intikhab/kernel/language'
import type { Election } from '../core/election.ts'
import type { ProgrammeVersion } from '../core/programme-version.ts'
import { checkVersion } from '../core/propose-change.ts'
import type { ChangeProposal } from '../core/propose-change.ts'
import { describeStages } from '../core/stage-table.ts'
import type { SeenChange, WithHolidays } from './programme.ts'

type Count = ApprovalPreview['counts'][number]
type Difference = ApprovalPreview['differences'][number]

const day = (date: string, language: Language) => formatDay(language, date)

/** What the second person sees before an election is announced. */
export function announcementPreview(
  draft: Omit<Election, 'pollDate'>,
  version: ProgrammeVersion,
  check: ProgrammeCheck,
): ApprovalPreview {
  const { poll } = version.stages
  const rows = describeStages(getRulePack(draft.packId), version.stages)
  return {
    subject: draft.id,
    section: 's.57',
    sentence: {
      en: `${draft.nameEn} is announced with its programme; the poll is on ${day(poll, 'en')}.`,
      ur: `${draft.nameUr} کا اعلان اپنے پروگرام کے ساتھ ہو گا؛ پولنگ ${day(poll, 'ur')} کو ہو گی۔`,
    },
    counts: [totalDays(null, check)],
    differences: [
      ...rows.map(({ name, date }) => ({ field: name, before: null, after: date })),
      { field: words.law, before: null, after: draft.packId },
      ...orderChange(null, version.orderReference),
      ...holidayChange([], version.holidays),
    ],
  }
}

/** What the second person sees before a programme changes: each stage that moves, and how long it is then. */
export function changePreview(seen: SeenChange, proposal: ChangeProposal & WithHolidays): ApprovalPreview {
  const { election, current } = seen
  const { changes, check } = seen.change
  const moved = changes.filter(({ movedBy }) => movedBy !== 0)
  const holidays = [...(proposal.holidays ?? current.holidays)].sort()
  return {
    subject: election.id,
    section: 's.58',
    sentence: changeSentence(election, current.stages.poll, proposal.stages.poll),
    counts: [
      { label: words.version, before: current.version, after: current.version + 1 },
      totalDays(checkVersion(election, current), check),
      ...changes.flatMap(({ stage, daysBefore, daysAfter, lawDays }): Count[] =>
        daysBefore === daysAfter
          ? []
          : [{ label: daysOf(stageLabels[stage], lawDays), before: daysBefore, after: daysAfter }],
      ),
    ],
    differences: [
      ...moved.map(({ stage, from, to }) => ({ field: stageLabels[stage], before: from, after: to })),
      ...orderChange(current.orderReference, seen.change.orderReference),
      ...holidayChange(current.holidays, holidays),
    ],
  }
}

function changeSentence({ nameEn, nameUr }: Election, from: string, to: string): Text {
  if (from === to)
    return {
      en: `The programme of ${nameEn} changes; the poll stays on ${day(to, 'en')}.`,
      ur: `${nameUr} کا پروگرام بدل جائے گا؛ پولنگ بدستور ${day(to, 'ur')} کو ہو گی۔`,
    }
  return {
    en: `The programme of ${nameEn} changes; the poll moves from ${day(from, 'en')} to ${day(to, 'en')}.`,
    ur: `${nameUr} کا پروگرام بدل جائے گا؛ پولنگ ${day(from, 'ur')} کے بجائے ${day(to, 'ur')} کو ہو گی۔`,
  }
}

function totalDays(before: ProgrammeCheck | null, after: ProgrammeCheck): Count {
  const { minimumDays } = after.total
  return {
    label: {
      en: `Days from notification to poll (the law: at least ${minimumDays})`,
      ur: `نوٹیفکیشن سے پولنگ تک کے دن (قانون کے مطابق کم از کم ${minimumDays})`,
    },
    before: before?.total.days ?? null,
    after: after.total.days,
  }
}

function daysOf({ en, ur }: Text, lawDays: number | null): Text {
  if (lawDays === null) return { en: `${en}: days`, ur: `${ur}: دن` }
  return { en: `${en}: days (the law: ${lawDays})`, ur: `${ur}: دن (قانون کے مطابق ${lawDays})` }
}

function orderChange(before: string | null, after: string | null): Difference[] {
  return before === after ? [] : [{ field: words.order, before, after }]
}

function holidayChange(before: readonly string[], after: readonly string[]): Difference[] {
  const [was, is] = [before.join(', '), after.join(', ')]
  return was === is ? [] : [{ field: words.holidays, before: was || null, after: is || null }]
}

const words = {
  version: { en: 'Version of the programme', ur: 'پروگرام کا ورژن' },
  law: { en: 'Law that applies', ur: 'لاگو قانون' },
  order: { en: 'Order of the Commission (s.58)', ur: 'کمیشن کا حکم (دفعہ 58)' },
  holidays: { en: 'Holidays', ur: 'تعطیلات' },
} satisfies Record<string, Text>
