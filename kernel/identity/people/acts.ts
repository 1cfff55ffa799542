import type { ActSentences, LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'

/** What the register of people enters in the ledger. Accounts and invitations by their ids: a name never leaves the register. */
export const peopleActs = {
  'office-opened': { en: '{who} opened the office {subject}.', ur: '{who} نے دفتر {subject} کھولا۔' },
  'office-closed': { en: '{who} closed the office {subject}.', ur: '{who} نے دفتر {subject} بند کیا۔' },
  'account-made': {
    en: '{who} made account {subject}: {offices}.',
    ur: '{who} نے اکاؤنٹ {subject} بنایا: {offices}۔',
  },
  invited: {
    en: '{who} invited somebody to an office: {offices} (invitation {subject}).',
    ur: '{who} نے ایک شخص کو عہدے کی دعوت دی: {offices} (دعوت نامہ {subject})۔',
  },
  'invitation-renewed': {
    en: '{who} made a new link for invitation {subject}; the one before opens nothing any more.',
    ur: '{who} نے دعوت نامے {subject} کا نیا لنک بنایا؛ پرانا لنک اب کارآمد نہیں۔',
  },
  'invitation-withdrawn': {
    en: '{who} withdrew invitation {subject}.',
    ur: '{who} نے دعوت نامہ {subject} واپس لے لیا۔',
  },
  'invitation-accepted': {
    en: 'Invitation {invitation} was accepted: account {subject} was made.',
    ur: 'دعوت نامہ {invitation} قبول ہوا: اکاؤنٹ {subject} بنا۔',
  },
  'office-given': {
    en: '{who} gave account {subject} an office: {offices}.',
    ur: '{who} نے اکاؤنٹ {subject} کو عہدہ دیا: {offices}۔',
  },
  'grant-ended': {
    en: '{who} took an office back from account {subject}: {offices}.',
    ur: '{who} نے اکاؤنٹ {subject} سے عہدہ واپس لیا: {offices}۔',
  },
  'account-closed': { en: '{who} closed account {subject}.', ur: '{who} نے اکاؤنٹ {subject} بند کیا۔' },
  'account-erased': {
    en: '{who} erased the personal data of account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کا ذاتی ریکارڈ مٹا دیا۔',
  },
} as const satisfies ActSentences

/** An act of this register, made at this moment. `subject` is an account, an invitation or an office. */
export function peopleAct(
  act: keyof typeof peopleActs,
  subject: string,
  by: { readonly actor: LedgerActor; readonly at: Date },
  rest: Partial<LedgerAct>,
): LedgerAct {
  const instant = by.at.toISOString()
  return { system: 'identity', act, subject, actor: by.actor, madeAt: instant, arrivedAt: instant, detail: {}, ...rest }
}
