import { catalogue } from '@intikhab/kernel/language'

/** What the importer of candidates tells about a file that it took in as it stands. */
export const nominationFindings = catalogue({
  'no-poll': {
    en: '{count, plural, one {# seat has} other {# seats have}} no poll: postponed or uncontested.',
    ur: '{count, plural, one {# حلقے} other {# حلقوں}} میں پولنگ نہیں: ملتوی یا بلا مقابلہ۔',
  },
  'no-registration': {
    en: '{count, plural, one {# seat states} other {# seats state}} no number of registered voters.',
    ur: '{count, plural, one {# حلقے} other {# حلقوں}} میں رجسٹرڈ ووٹروں کی تعداد نہیں۔',
  },
  'same-name': {
    en: 'In {count, plural, one {# case} other {# cases}} two candidates of one seat bear the same name; they are kept as two.',
    ur: '{count, plural, one {# جگہ} other {# جگہوں}} پر ایک ہی حلقے کے دو امیدواروں کا نام ایک ہے؛ دونوں کو الگ رکھا گیا۔',
  },
  'party-spellings': {
    en: '{count, plural, one {# party is} other {# parties are}} written otherwise than in the registry.',
    ur: '{count, plural, one {# جماعت} other {# جماعتوں}} کا نام رجسٹر سے مختلف لکھا ہے۔',
  },
  'unlisted-party': {
    en: '{count, plural, one {# party is} other {# parties are}} not in the registry; each was added as written.',
    ur: '{count, plural, one {# جماعت} other {# جماعتیں}} رجسٹر میں نہیں؛ جیسے لکھا تھا ویسے شامل کیا گیا۔',
  },
  'order-not-given': {
    en: 'The source does not give the order of the ballot in {count, number} seats; candidates stand by name.',
    ur: 'ماخذ میں {count, number} حلقوں کے بیلٹ کی ترتیب نہیں؛ امیدوار نام کی ترتیب میں ہیں۔',
  },
})
