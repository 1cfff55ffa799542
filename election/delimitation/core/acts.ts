import type { ActSentences, JsonValue } from '@intikhab/kernel/ledger'

/** The acts of delimitation in the ledger, each as a person reads it. */
export const delimitationActs = {
  'census-imported': {
    en: '{who} took in the census {subject}: {population, number} people; the files had {findings, plural, =0 {no findings} one {one finding} other {# findings}}.',
    ur: '{who} نے مردم شماری {subject} درآمد کی: {population, number} افراد؛ فائلوں میں {findings, plural, =0 {کوئی قابلِ توجہ بات نہ ملی} one {ایک قابلِ توجہ بات ملی} other {# قابلِ توجہ باتیں ملیں}}۔',
    values: ({ totals, findings }) => ({ population: figureOf(totals, 'population'), findings: sumOf(findings) }),
  },
  'census-added': {
    en: '{who} entered the census {subject}: {population, number} people.',
    ur: '{who} نے مردم شماری {subject} درج کی: {population, number} افراد۔',
    values: ({ totals }) => ({ population: figureOf(totals, 'population') }),
  },
  'constituencies-imported': {
    en: '{who} took in the list of constituencies of the delimitation {subject}.',
    ur: '{who} نے حلقہ بندی {subject} کے حلقوں کی فہرست درآمد کی۔',
  },
  'delimitation-named': {
    en: '{who} entered the delimitation {subject} with {constituencies, plural, one {one constituency} other {# constituencies}}.',
    ur: '{who} نے حلقہ بندی {subject} درج کی: {constituencies, plural, one {ایک حلقہ} other {# حلقے}}۔',
  },
  'boundaries-imported': {
    en: '{who} took in the boundaries of the constituencies of the delimitation {subject}; the file had {findings, plural, =0 {no findings} one {one finding} other {# findings}}.',
    ur: '{who} نے حلقہ بندی {subject} کے حلقوں کی حدود درآمد کیں؛ فائل میں {findings, plural, =0 {کوئی قابلِ توجہ بات نہ ملی} one {ایک قابلِ توجہ بات ملی} other {# قابلِ توجہ باتیں ملیں}}۔',
    values: ({ findings }) => ({ findings: sumOf(findings) }),
  },
  'boundaries-added': {
    en: '{who} entered the boundaries of {seats, plural, one {one constituency} other {# constituencies}} of the delimitation {subject}.',
    ur: '{who} نے حلقہ بندی {subject} کے {seats, plural, one {ایک حلقے} other {# حلقوں}} کی حدود درج کیں۔',
  },
  'blocks-assigned': {
    en: '{who} assigned {blocks, plural, one {one census block} other {# census blocks}} to the constituencies of the delimitation {subject}.',
    ur: '{who} نے {blocks, plural, one {ایک مردم شماری بلاک} other {# مردم شماری بلاک}} حلقہ بندی {subject} کے حلقوں میں شامل کیے۔',
  },
} as const satisfies ActSentences

/** Name of an act of delimitation. */
export type DelimitationActName = keyof typeof delimitationActs

type Figures = Readonly<Record<string, number | undefined>> | undefined

function figureOf(totals: JsonValue | undefined, name: string): number {
  return (totals as Figures)?.[name] ?? 0
}

function sumOf(findings: JsonValue | undefined): number {
  return Object.values((findings as Figures) ?? {}).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}
