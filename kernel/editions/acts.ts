import type { ActSentences } from '@intikhab/kernel/ledger'

/** The acts of publication in the ledger, each as a person reads it. */
export const editionActs = {
  'edition-published': {
    en: '{who} published the edition {subject}: {files, plural, one {one file} other {# files}}.',
    ur: '{who} نے اشاعت {subject} جاری کی: {files, plural, one {ایک فائل} other {# فائلیں}}۔',
  },
} as const satisfies ActSentences

/** Name of an act of publication. */
export type EditionActName = keyof typeof editionActs
