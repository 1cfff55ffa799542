import type { Text } from '@intikhab/kernel/language'
import type { Role } from './person.ts'
import { allRoles } from './roles.ts'

/**
 * Which office may do which act, always within the place over which the office is held and while it is held. A new act
 * is one new line. `x` does it alone; a weighty act takes two people: `p` may propose it, `a` may approve what another
 * proposed, `b` both. A returning officer writes the results of the own seat and nobody above does; the secretariat
 * publishes and cannot edit what it publishes; a data-entry operator keys and never approves; an auditor reads
 * everything and writes nothing.
 */
// prettier-ignore
const table = {
  //                       secretariat
  //                       | provincial election commissioner
  //                       | | regional election commissioner
  //                       | | | district election commissioner
  //                       | | | | district returning officer
  //                       | | | | | returning officer
  //                       | | | | | | assistant returning officer
  //                       | | | | | | | presiding officer
  //                       | | | | | | | | data entry
  //                       | | | | | | | | | supervisor
  //                       | | | | | | | | | | observer
  //                       | | | | | | | | | | | agency
  //                       | | | | | | | | | | | | tribunal
  //                       | | | | | | | | | | | | | auditor
  //                       | | | | | | | | | | | | | | revising authority
  //                       | | | | | | | | | | | | | | | assistant registration officer
  'accounts.read':        'x x x x x x . . . . . . . x . .',
  'accounts.invite':      'x x x x x x . . . . . . . . . .',
  'accounts.manage':      'x x x x x x . . . . . . . . . .',
  'accounts.grant-above': 'b p p p . . . . . . . . . . . .',
  'offices.manage':       'x . . . . . . . . . . . . . . .',
  'devices.read':         'x x x x x x x . . . . . . x . .',
  'devices.enrol':        'x . . x x x . . . . . . . . . .',
  'devices.revoke':       'x x x x x x x . . . . . . . . .',
  'programme.change':     'b . . . . . . . . . . . . . . .',
  'import.run':           'x . . . . . . . . . . . . . . .',
  'import.read':          'x x x x x x . . . . . . . x . .',
  'delimitation.read':    'x x x x x x x . . . x . x x . .',
  'polling-scheme.read':  'x x x x x x x . . . x . x x . .',
  'rolls.freeze':         'b . . . . . . . . . . . . . . .',
  'rolls.read':           'x x x x . . . . . . . . . x x x',
  'rolls.lodge':          '. . . x . . . . . . . . . . . x',
  'rolls.decide':         '. . . x . . . . . . . . . . . .',
  'rolls.revise':         '. . . . . . . . . . . . . . x .',
  'rolls.verify':         '. . . x . . . . . . . . . . . x',
  'rolls.quality':        'x . . x . . . . . . . . . . . .',
  'rolls.feed':           'x . . . . . . . . . . . . . . .',
  'rolls.order':          'b . . . . . . . . . . . . . . .',
  'rolls.stage':          'b . . . . . . . . . . . . . . .',
  'rolls.centres':        'x . . x . . . . . . . . . . . .',
  'rolls.copies':         'x . . x . x . . . . . . . . . .',
  'results.read-desk':    'x x x x x x x . x x x . x x . .',
  'results.correct':      '. . . . . b b . p p . . . . . .',
  'results.decide-late':  '. . . . . b b . p p . . . . . .',
  'results.postal':       '. . . . . x . . . . . . . . . .',
  'results.recount':      'b . . . . b b . . . . . . . . .',
  'results.consolidate':  '. . . . . x . . . . . . . . . .',
  'publish.edition':      'b . . . . . . . . . . . . . . .',
  'history.read':         'x x x x x x x . . . . . x x . .',
  'audit.read':           'x . . . . . . . . . . . . x . .',
} as const

/** An act of the table. */
export type Act = keyof typeof table

/** What an office has to do with an act. */
export type Mark = 'x' | 'p' | 'a' | 'b'

const marksOf = new Map<string, ReadonlyMap<Role, Mark>>(
  Object.entries(table).map(([act, line]) => {
    const marks = line.split(' ')
    if (marks.length !== allRoles.length) throw new Error(`the line of ${act} has ${marks.length} marks`)
    return [act, new Map(allRoles.flatMap((role, i) => (marks[i] === '.' ? [] : [[role, marks[i] as Mark]])))]
  }),
)

/** Every act that exists; a route may name no other. */
export const acts: ReadonlySet<string> = new Set(marksOf.keys())

/** The offices that have to do with an act, each with its mark; empty for an act that does not exist. */
export function marks(act: string): ReadonlyMap<Role, Mark> {
  return marksOf.get(act) ?? new Map()
}

/** The offices that may do an act, or propose it where it takes two. */
export function rolesFor(act: string): readonly Role[] {
  return [...marks(act)].filter(([, mark]) => mark !== 'a').map(([role]) => role)
}

/** The offices that may approve what another has proposed; empty for an act that one person does alone. */
export function approversFor(act: string): readonly Role[] {
  return [...marks(act)].filter(([, mark]) => mark === 'a' || mark === 'b').map(([role]) => role)
}

/** Whether an act takes two people. */
export function isWeighty(act: string): boolean {
  return approversFor(act).length > 0
}

/** Acts of one person that still want a fresh second factor: they open doors for others, or close them. */
const alsoFresh: ReadonlySet<string> = new Set<Act>([
  'accounts.invite',
  'accounts.manage',
  'offices.manage',
  'devices.enrol',
])

/** Whether the second factor must have been shown within the last minutes: weighty acts, and those that give or take access. */
export function needsFreshFactor(act: string): boolean {
  return isWeighty(act) || alsoFresh.has(act)
}

/** The acts in words, for screens and for docs/permissions.md. */
export const actNames: Readonly<Record<Act, Text>> = {
  'accounts.read': { en: 'See staff accounts, their offices and sessions', ur: 'عملے کے اکاؤنٹ، عہدے اور سیشن دیکھنا' },
  'accounts.invite': {
    en: 'Invite staff to an office below one’s own',
    ur: 'اپنے سے نیچے کے عہدے پر عملے کو مدعو کرنا',
  },
  'accounts.manage': {
    en: 'Take back an office, end a session, close an account',
    ur: 'عہدہ واپس لینا، سیشن ختم کرنا، اکاؤنٹ بند کرنا',
  },
  'accounts.grant-above': {
    en: 'Give an office of one’s own rank or above',
    ur: 'اپنے برابر یا اپنے سے اوپر کا عہدہ دینا',
  },
  'offices.manage': { en: 'Open and close offices', ur: 'دفاتر کھولنا اور بند کرنا' },
  'devices.read': { en: 'See enrolled devices', ur: 'اندراج شدہ آلات دیکھنا' },
  'devices.enrol': { en: 'Enrol a device', ur: 'آلے کا اندراج کرنا' },
  'devices.revoke': { en: 'Revoke a device', ur: 'آلہ منسوخ کرنا' },
  'programme.change': {
    en: 'Announce an election or change its programme',
    ur: 'انتخاب کا اعلان یا پروگرام میں تبدیلی',
  },
  'import.run': { en: 'Import files', ur: 'فائلیں درآمد کرنا' },
  'import.read': { en: 'See import reports', ur: 'درآمد کی رپورٹیں دیکھنا' },
  'delimitation.read': { en: 'See the delimitation at work', ur: 'حلقہ بندی دیکھنا' },
  'polling-scheme.read': { en: 'See the polling scheme at work', ur: 'پولنگ اسکیم دیکھنا' },
  'rolls.freeze': { en: 'Freeze an electoral roll', ur: 'انتخابی فہرست منجمد کرنا' },
  'rolls.read': { en: 'Search the register and see the registration desk', ur: 'رجسٹر میں تلاش اور اندراج ڈیسک دیکھنا' },
  'rolls.lodge': {
    en: 'Take in claims and objections at a counter',
    ur: 'کاؤنٹر پر درخواستیں اور اعتراضات وصول کرنا',
  },
  'rolls.decide': {
    en: 'Hear and decide Forms 21, 22 and 23 as Registration Officer',
    ur: 'بطور رجسٹریشن افسر فارم 21، 22 اور 23 کی سماعت اور فیصلہ',
  },
  'rolls.revise': {
    en: 'Hear and decide Forms 15, 16 and 17 as Revising Authority',
    ur: 'بطور نظرثانی اتھارٹی فارم 15، 16 اور 17 کی سماعت اور فیصلہ',
  },
  'rolls.verify': {
    en: 'Make door-to-door lists and enter their returns',
    ur: 'گھر گھر تصدیق کی فہرستیں بنانا اور نتائج درج کرنا',
  },
  'rolls.quality': {
    en: 'Look into suspected faults of the roll and decide on them',
    ur: 'فہرست کی مشتبہ غلطیوں کا جائزہ اور فیصلہ',
  },
  'rolls.feed': { en: 'Take in batches of the civil registry', ur: 'شہری رجسٹری کی کھیپ وصول کرنا' },
  'rolls.order': {
    en: 'Order a change of the roll while it is frozen',
    ur: 'منجمد فہرست میں تبدیلی کا حکم دینا',
  },
  'rolls.stage': {
    en: 'Open the display of a roll, close it, make it final',
    ur: 'فہرست کی نمائش شروع اور ختم کرنا، اسے حتمی بنانا',
  },
  'rolls.centres': { en: 'Set up display centres of a roll', ur: 'فہرست کے مراکزِ نمائش قائم کرنا' },
  'rolls.copies': {
    en: 'Print rolls and give out copies of them',
    ur: 'فہرستیں چھاپنا اور ان کی نقول جاری کرنا',
  },
  'results.read-desk': { en: 'See the results desk', ur: 'نتائج ڈیسک دیکھنا' },
  'results.correct': { en: 'Correct or confirm a form', ur: 'فارم کی تصحیح یا تصدیق' },
  'results.decide-late': {
    en: 'Decide on a form that was set aside',
    ur: 'الگ رکھے گئے فارم کا فیصلہ کرنا',
  },
  'results.postal': { en: 'Record postal ballots', ur: 'ڈاک کے بیلٹ درج کرنا' },
  'results.recount': { en: 'Order a recount', ur: 'دوبارہ گنتی کا حکم' },
  'results.consolidate': { en: 'Consolidate a seat', ur: 'حلقے کے نتائج یکجا کرنا' },
  'publish.edition': { en: 'Publish editions', ur: 'اشاعت جاری کرنا' },
  'history.read': { en: 'See the history of a record', ur: 'کسی اندراج کی تاریخ دیکھنا' },
  'audit.read': { en: 'Make and read the audit report', ur: 'آڈٹ رپورٹ تیار کرنا اور دیکھنا' },
}
