import type { Text } from '@intikhab/kernel/language'
import type { ActSentences, JsonValue } from '@intikhab/kernel/ledger'
import { resultsRefusals } from './refusals.ts'

/** The acts of results in the ledger, each as a person reads it. */
export const resultsActs = {
  'form-received': {
    en: '{subject} came in, signed by {who}, and counts.',
    ur: '{subject} موصول ہوا اور شمار میں آیا؛ دستخط: {who}۔',
  },
  'form-set-aside': {
    en: '{subject} came in, signed by {who}, and was set aside: {why}',
    ur: '{subject} موصول ہوا اور الگ رکھ دیا گیا؛ دستخط: {who}۔ وجہ: {why}',
    values: ({ code }) => ({ why: whyOf(code) }),
  },
  'evidence-received': {
    en: 'A photograph of {subject} came in, as the signed form announced it.',
    ur: '{subject} کی تصویر موصول ہوئی، جیسا دستخط شدہ فارم میں درج تھا۔',
  },
  'form-corrected': {
    en: '{who} corrected {subject} to version {version}, because of {cause, select, recount {a recount} excluded_ballots_examined {excluded ballots that were examined} commission_order {an order of the Commission} court_order {an order of a court} other {a copying error}}.',
    ur: '{who} نے {subject} کی تصحیح کر کے نسخہ {version} درج کیا؛ بنیاد: {cause, select, recount {دوبارہ گنتی} excluded_ballots_examined {خارج شدہ بیلٹ کی جانچ} commission_order {الیکشن کمیشن کا حکم} court_order {عدالت کا حکم} other {نقل کی غلطی}}۔',
    // The names of a message's branches have no hyphen.
    values: ({ cause }) => ({ cause: typeof cause === 'string' ? cause.replaceAll('-', '_') : '' }),
  },
  'form-confirmed': {
    en: '{who} confirmed {subject} as it stands (version {version}).',
    ur: '{who} نے {subject} کو جوں کا توں درست قرار دیا (نسخہ {version})۔',
  },
  'set-aside-decided': {
    en: '{who} decided on {subject}, which had been set aside: {decision, select, count {it counts as version {version}} other {it stays out of the count}}.',
    ur: '{who} نے الگ رکھے گئے {subject} کا فیصلہ کیا: {decision, select, count {یہ نسخہ {version} کے طور پر شمار ہو گا} other {یہ شمار سے باہر رہے گا}}۔',
    values: ({ version }) => ({ version: typeof version === 'number' ? version : 0 }),
  },
  'postal-row-recorded': {
    en: '{who} recorded the postal ballots of {subject} (version {version}): {received, number} came in time, {excluded, number} were excluded.',
    ur: '{who} نے {subject} کے ڈاک کے بیلٹ درج کیے (نسخہ {version}): {received, number} بروقت موصول ہوئے، {excluded, number} خارج کیے گئے۔',
    values: ({ receivedInTime }) => ({ received: typeof receivedInTime === 'number' ? receivedInTime : 0 }),
  },
  'document-made': {
    en: '{who} made {subject}, version {version}.',
    ur: '{who} نے {subject} کا نسخہ {version} تیار کیا۔',
  },
  'recount-ordered': {
    en: '{who} ordered recount number {number} in {subject}, {basis, select, request {asked for by a candidate} other {by the Commission’s own decision}}.',
    ur: '{who} نے {subject} میں دوبارہ گنتی نمبر {number} کا حکم دیا، {basis, select, request {امیدوار کی درخواست پر} other {الیکشن کمیشن کے اپنے فیصلے سے}}۔',
  },
} as const satisfies ActSentences

/** Name of an act of results. */
export type ResultsActName = keyof typeof resultsActs

function whyOf(code: JsonValue | undefined): Text {
  const kind = Object.values(resultsRefusals).find((each) => each.code === code)
  return { en: kind?.en ?? '', ur: kind?.ur ?? '' }
}
