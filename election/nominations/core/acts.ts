import type { ActSentences, JsonValue } from '@intikhab/kernel/ledger'

/** The acts of nominations in the ledger, each as a person reads it. */
export const nominationActs = {
  'candidates-listed': {
    en: '{who} entered the candidates of {subject}: {contests, plural, one {one contest} other {# contests}}.',
    ur: '{who} نے {subject} کے امیدوار درج کیے: {contests, plural, one {ایک حلقہ} other {# حلقے}}۔',
    values: ({ totals }) => ({ contests: contestsIn(totals) }),
  },
  'contest-listed': {
    en: '{who} entered the list of {subject}: {candidates, plural, =0 {no candidate} one {one candidate} other {# candidates}}; {status, select, contested {a poll is to be held} uncontested {no poll is needed} other {the poll is postponed}}.',
    ur: '{who} نے {subject} کی فہرست درج کی: {candidates, plural, =0 {کوئی امیدوار نہیں} one {ایک امیدوار} other {# امیدوار}}؛ {status, select, contested {پولنگ ہو گی} uncontested {پولنگ کی ضرورت نہیں} other {پولنگ ملتوی ہے}}۔',
  },
} as const satisfies ActSentences

/** Name of an act of nominations. */
export type NominationActName = keyof typeof nominationActs

function contestsIn(totals: JsonValue | undefined): number {
  const { contests = 0 } = totals as { readonly contests?: number }
  return contests
}
