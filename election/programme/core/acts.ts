import type { JsonValue, ActSentences } from '@intikhab/kernel/ledger'

/** The programme's acts in the ledger, each as a person reads it. */
export const programmeActs = {
  'election-announced': {
    en: '{who} announced {subject}; the poll is on {poll, date, long}.',
    ur: '{who} نے {subject} کا اعلان کیا؛ پولنگ {poll, date, long} کو ہے۔',
    values: ({ stages }) => ({ poll: pollOf(stages) }),
  },
  'programme-changed': {
    en: '{who} changed the programme of {subject} to version {version}: {moved, plural, one {one stage} other {# stages}} changed; {pollMoves, select, yes {the poll moved from {pollBefore, date, long} to {poll, date, long}} other {the poll stays on {poll, date, long}}}.',
    ur: '{who} نے {subject} کا پروگرام بدل کر نسخہ {version} نافذ کیا: {moved, plural, one {ایک مرحلہ} other {# مراحل}} تبدیل؛ {pollMoves, select, yes {پولنگ {pollBefore, date, long} کے بجائے اب {poll, date, long} کو ہو گی} other {پولنگ بدستور {poll, date, long} کو ہے}}۔',
    values: ({ stages, pollBefore }) => {
      const [before, poll] = [new Date(pollBefore as string), pollOf(stages)]
      return { poll, pollBefore: before, pollMoves: before.getTime() === poll.getTime() ? 'no' : 'yes' }
    },
  },
} as const satisfies ActSentences

/** Name of an act of the programme. */
export type ProgrammeActName = keyof typeof programmeActs

function pollOf(stages: JsonValue | undefined): Date {
  return new Date((stages as { readonly poll: string }).poll)
}
