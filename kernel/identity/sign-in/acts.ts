import type { ActSentences, JsonValue, LedgerAct, LedgerActor, RecordChange } from '@intikhab/kernel/ledger'

/** What sign-in enters in the ledger: changes of the ways to come in, and attempts at them. Identifiers only. */
export const signInActs = {
  'passkey-added': {
    en: '{who} registered a passkey for account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کے لیے پاس کی درج کی۔',
  },
  'passkey-removed': {
    en: '{who} removed a passkey from account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} سے پاس کی ہٹا دی۔',
  },
  'passkey-count-fell': {
    en: 'A passkey of account {subject} counted backwards, as a copy would, and was refused.',
    ur: 'اکاؤنٹ {subject} کی ایک پاس کی کا شمار الٹا چلا، جیسا کسی نقل کا ہوتا ہے، اور وہ رد کر دی گئی۔',
  },
  'password-changed': {
    en: '{who} set a new password for account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کا نیا پاس ورڈ مقرر کیا۔',
  },
  'totp-set': {
    en: '{who} set up an authenticator app for account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کے لیے تصدیقی ایپ مقرر کی۔',
  },
  'recovery-codes-made': {
    en: '{who} made new recovery codes for account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کے نئے بحالی کوڈ بنائے۔',
  },
  'recovery-code-used': {
    en: 'Account {subject} was signed in to with a recovery code; its other sessions ended.',
    ur: 'اکاؤنٹ {subject} میں بحالی کوڈ سے سائن اِن ہوا؛ اس کے باقی سیشن ختم ہو گئے۔',
  },
  'directory-linked': {
    en: '{who} tied account {subject} to the directory.',
    ur: '{who} نے اکاؤنٹ {subject} کو ڈائریکٹری سے جوڑا۔',
  },
  'directory-unlinked': {
    en: '{who} untied account {subject} from the directory.',
    ur: '{who} نے اکاؤنٹ {subject} کو ڈائریکٹری سے الگ کیا۔',
  },
  'sign-in-locked': {
    en: 'After many failed attempts, sign-in to account {subject} was slowed down.',
    ur: 'بہت سی ناکام کوششوں کے بعد اکاؤنٹ {subject} میں سائن اِن کی رفتار کم کر دی گئی۔',
  },
  'session-ended-by-supervisor': {
    en: '{who} ended {sessions, plural, one {# session} other {# sessions}} of account {subject}.',
    ur: '{who} نے اکاؤنٹ {subject} کے {sessions, plural, one {# سیشن} other {# سیشن}} ختم کیے۔',
  },
} as const satisfies ActSentences

export type SignInAct = keyof typeof signInActs

/** The ledger entry of something that befell the ways into an account. */
export function signInAct(
  act: SignInAct,
  accountId: string,
  actor: LedgerActor,
  at: Date,
  detail: Readonly<Record<string, JsonValue>> = {},
  changes: readonly RecordChange[] = [],
): LedgerAct {
  const instant = at.toISOString()
  return {
    system: 'identity',
    act,
    subject: accountId,
    actor,
    madeAt: instant,
    arrivedAt: instant,
    ...(changes.length === 0 ? {} : { changes }),
    detail,
  }
}

/** The person of a session that is only just beginning. */
export function actorOfAccount(accountId: string, device: string): LedgerActor {
  return { kind: 'account', id: accountId, device }
}

/** Whoever acts when nobody is known to. */
export const houseActor: LedgerActor = { kind: 'system', id: 'identity' }
