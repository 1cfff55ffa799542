import type { ActSentences, JsonValue } from '@intikhab/kernel/ledger'
import { roleNames } from '../rights/roles.ts'

/** What the register of devices enters in the ledger, each act as a person reads it. */
export const deviceActs = {
  'enrolment-made': {
    en: '{who} made a one-time code for {holder, select, true {a device of the {role}} other {a device}} at {subject}.',
    ur: '{who} نے {subject} پر {holder, select, true {{role} کے آلے} other {ایک آلے}} کے لیے یک بارہ کوڈ بنایا۔',
    values: ({ holder }) => holderOf(holder),
  },
  'device-enrolled': {
    en: 'Device {keyId} was enrolled for {subject} with a one-time code.',
    ur: 'آلہ {keyId} یک بارہ کوڈ سے {subject} کے لیے درج ہوا۔',
  },
  'enrolment-withdrawn': {
    en: '{who} withdrew the one-time code of a device at {subject}.',
    ur: '{who} نے {subject} کے آلے کا یک بارہ کوڈ واپس لے لیا۔',
  },
  'devices-enrolled': {
    en: '{who} enrolled {enrolled, plural, one {one device} other {# devices}} for {subject} out of a list.',
    ur: '{who} نے {subject} کے لیے فہرست سے {enrolled, plural, one {ایک آلہ} other {# آلات}} درج کیے۔',
  },
  'device-revoked': {
    en: '{who} revoked device {keyId} of {subject}: {reason, select, lost {it was lost} stolen {it was stolen} broken {it is broken} replaced {it was replaced} other {its use has ended}}.',
    ur: '{who} نے {subject} کا آلہ {keyId} منسوخ کیا: {reason, select, lost {وہ گم ہو گیا} stolen {وہ چوری ہو گیا} broken {وہ خراب ہے} replaced {وہ بدل دیا گیا} other {اس کا استعمال ختم ہوا}}۔',
  },
} as const satisfies ActSentences

/** Name of an act of the register of devices. */
export type DeviceActName = keyof typeof deviceActs

function holderOf(role: JsonValue | undefined) {
  const known = typeof role === 'string' && Object.hasOwn(roleNames, role)
  return { holder: String(known), role: known ? roleNames[role as keyof typeof roleNames] : '' }
}
