import type { ActSentences } from '@intikhab/kernel/ledger'

/** The acts of the polling scheme in the ledger, each as a person reads it. */
export const pollingSchemeActs = {
  'scheme-version-added': {
    en: '{who} entered version {version} of the polling scheme of {subject} as {status, select, final {final} other {a draft}}: {stations, plural, one {one polling station} other {# polling stations}}, {voters, number} voters.',
    ur: '{who} نے {subject} کی پولنگ اسکیم کا نسخہ {version} {status, select, final {حتمی طور پر} other {مسودے کے طور پر}} درج کیا: {stations, plural, one {ایک پولنگ اسٹیشن} other {# پولنگ اسٹیشن}}، {voters, number} ووٹر۔',
  },
} as const satisfies ActSentences

/** Name of an act of the polling scheme. */
export type PollingSchemeActName = keyof typeof pollingSchemeActs
