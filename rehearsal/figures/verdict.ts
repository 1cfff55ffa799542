import { catalogue, say, type Language, type MessageValue, type Text } from '@intikhab/kernel/language'

/** What a rehearsal measured, whatever country it played. A figure it did not measure is left out. */
export interface RehearsalFigures {
  readonly formsSent: number
  /** Forms acknowledged and afterwards not in the published edition, and forms never acknowledged. */
  readonly lost: number
  readonly contestsCompared: number
  readonly contestsDifferent: number
  readonly formsPerSecond?: number
  readonly ackMsP99?: number
  readonly publishLagMs?: number
  readonly serverPeakRssBytes?: number
  readonly seconds?: number
  /** The edition held when checked from outside. */
  readonly editionVerified?: boolean
  /** The platform's own checks found in the source what another reading of it finds. */
  readonly findingsAgree?: boolean
}

/** What the service promises for result night. Times in milliseconds, memory in bytes. */
export interface Promised {
  readonly formsPerSecond: number
  readonly ackMsP99: number
  readonly publishLagMs: number
  readonly serverPeakRssBytes: number
  readonly seconds: number
}

/** The figures to reach on a machine of two cores with the station side on it. */
export const promised: Promised = {
  formsPerSecond: 400,
  ackMsP99: 250,
  publishLagMs: 5000,
  serverPeakRssBytes: 1.5 * 1024 ** 3,
  seconds: 600,
}

const texts = catalogue({
  go: {
    en: 'GO: all {checks, number} conditions hold.',
    ur: 'تیار: تمام {checks, number} شرائط پوری ہیں۔',
  },
  'no-go': {
    en: 'NO GO: {failed, plural, one {one condition does} other {# conditions do}} not hold.',
    ur: 'تیار نہیں: {failed, plural, one {ایک شرط پوری نہیں} other {# شرائط پوری نہیں}}۔',
  },
  'some-forms': { en: '{sent, number} forms were sent.', ur: '{sent, number} فارم بھیجے گئے۔' },
  'nothing-lost': {
    en: '{lost, plural, =0 {No form is lost.} one {One form is lost.} other {# forms are lost.}}',
    ur: '{lost, plural, =0 {کوئی فارم گم نہیں ہوا۔} one {ایک فارم گم ہوا۔} other {# فارم گم ہوئے۔}}',
  },
  'results-equal': {
    en: '{different, plural, =0 {All {compared, number} seats have the expected result.} one {One of {compared, number} seats does not have the expected result.} other {# of {compared, number} seats do not have the expected result.}}',
    ur: '{different, plural, =0 {تمام {compared, number} حلقوں کا نتیجہ متوقع ہے۔} one {{compared, number} میں سے ایک حلقے کا نتیجہ متوقع نہیں۔} other {{compared, number} میں سے # حلقوں کا نتیجہ متوقع نہیں۔}}',
  },
  'edition-verified': {
    en: '{held, select, true {The published edition holds when checked from outside.} other {The published edition does not hold when checked from outside.}}',
    ur: '{held, select, true {شائع شدہ ایڈیشن باہر سے جانچنے پر درست ہے۔} other {شائع شدہ ایڈیشن باہر سے جانچنے پر درست نہیں۔}}',
  },
  'findings-agree': {
    en: "{held, select, true {The platform''s own checks find what another reading of the source finds.} other {The platform''s own checks do not find what another reading of the source finds.}}",
    ur: '{held, select, true {نظام کی اپنی جانچ کا نتیجہ ماخذ کے الگ مطالعے سے ملتا ہے۔} other {نظام کی اپنی جانچ کا نتیجہ ماخذ کے الگ مطالعے سے نہیں ملتا۔}}',
  },
  'fast-enough': {
    en: '{figure, number} forms a second were taken in; at least {limit, number} are wanted.',
    ur: 'فی سیکنڈ {figure, number} فارم لیے گئے؛ کم از کم {limit, number} درکار ہیں۔',
  },
  'acknowledged-soon': {
    en: '99 of 100 forms were acknowledged within {figure, number} ms; {limit, number} ms are allowed.',
    ur: '100 میں سے 99 فارموں کی رسید {figure, number} ملی سیکنڈ میں ملی؛ {limit, number} کی گنجائش ہے۔',
  },
  'published-soon': {
    en: 'The last form stood in a published edition after {figure, number} ms; {limit, number} ms are allowed.',
    ur: 'آخری فارم {figure, number} ملی سیکنڈ بعد شائع شدہ ایڈیشن میں تھا؛ {limit, number} کی گنجائش ہے۔',
  },
  'memory-bounded': {
    en: 'The server used {figure, number} MB of memory at most; {limit, number} MB are allowed.',
    ur: 'سرور نے زیادہ سے زیادہ {figure, number} ایم بی میموری استعمال کی؛ {limit, number} ایم بی کی گنجائش ہے۔',
  },
  'within-time': {
    en: 'The rehearsal took {figure, number} s; {limit, number} s are allowed.',
    ur: 'مشق میں {figure, number} سیکنڈ لگے؛ {limit, number} کی گنجائش ہے۔',
  },
})

/** The texts, for the test of the catalogue. */
export const verdictTexts: Readonly<Record<string, Text>> = texts

type ConditionCode = Exclude<keyof typeof texts, 'go' | 'no-go'>

/** One condition of a go, with the figures it was judged by. */
interface Condition {
  readonly code: ConditionCode
  readonly holds: boolean
  readonly figures: Readonly<Record<string, MessageValue>>
}

export interface Verdict {
  readonly go: boolean
  readonly conditions: readonly Condition[]
}

/** Judges a rehearsal. What was not measured is not judged; that forms were sent and none was lost always is. */
export function judgeRehearsal(figures: RehearsalFigures, limits: Promised = promised): Verdict {
  const { formsSent, lost, contestsCompared, contestsDifferent } = figures
  const conditions: Condition[] = [
    { code: 'some-forms', holds: formsSent > 0, figures: { sent: formsSent } },
    { code: 'nothing-lost', holds: lost === 0, figures: { lost } },
    {
      code: 'results-equal',
      holds: contestsCompared > 0 && contestsDifferent === 0,
      figures: { compared: contestsCompared, different: contestsDifferent },
    },
  ]
  const held = (code: ConditionCode, holds: boolean | undefined): void => {
    if (holds !== undefined) conditions.push({ code, holds, figures: { held: String(holds) } })
  }
  const reach = (code: ConditionCode, figure: number | undefined, limit: number, unit = 1): void => {
    if (figure === undefined) return
    const holds = code === 'fast-enough' ? figure >= limit : figure <= limit
    conditions.push({ code, holds, figures: { figure: Math.round(figure / unit), limit: Math.round(limit / unit) } })
  }
  held('edition-verified', figures.editionVerified)
  held('findings-agree', figures.findingsAgree)
  reach('fast-enough', figures.formsPerSecond, limits.formsPerSecond)
  reach('acknowledged-soon', figures.ackMsP99, limits.ackMsP99)
  reach('published-soon', figures.publishLagMs, limits.publishLagMs)
  reach('memory-bounded', figures.serverPeakRssBytes, limits.serverPeakRssBytes, 1024 ** 2)
  reach('within-time', figures.seconds, limits.seconds)
  return { go: conditions.every(({ holds }) => holds), conditions }
}

/** The verdict in words: its first line, then each condition, those that fail first. */
export function sayVerdict(language: Language, { go, conditions }: Verdict): string[] {
  const failed = conditions.filter(({ holds }) => !holds)
  const title = go
    ? say(language, texts.go, { checks: conditions.length })
    : say(language, texts['no-go'], { failed: failed.length })
  const ordered = [...failed, ...conditions.filter(({ holds }) => holds)]
  return [
    title,
    ...ordered.map(({ code, holds, figures }) => `${holds ? '✓' : '✗'} ${say(language, texts[code], figures)}`),
  ]
}
