import { catalogue } from '@intikhab/kernel/language'

/** What an officer reads who is to approve a step of a roll. */
export const stageWords = catalogue({
  title: { en: 'Take a roll to its next stage', ur: 'فہرست کو اگلے مرحلے میں لے جانا' },
  preliminary: {
    en: '{roll}: the preliminary roll is published. Its lists are frozen as an edition as soon as this is approved, to be displayed and printed.',
    ur: '{roll}: ابتدائی فہرست شائع ہو گی۔ منظوری ملتے ہی اس کی فہرستیں ایک اشاعت کی صورت میں منجمد ہوں گی، تاکہ نمائش اور طباعت ہو سکے۔',
  },
  display: {
    en: '{roll}: displayed from {from, date, long} until {until, date, long}. On these days Forms 15, 16 and 17 are taken in at the display centres; the public site tells every voter where.',
    ur: '{roll}: {from, date, long} سے {until, date, long} تک نمائش ہوگی۔ ان دنوں مراکزِ نمائش پر فارم 15، 16 اور 17 وصول ہوں گے؛ ویب سائٹ ہر ووٹر کو اس کا مرکز بتائے گی۔',
  },
  extension: {
    en: '{roll}: the display is extended until {until, date, long}.',
    ur: '{roll}: نمائش میں {until, date, long} تک توسیع ہوگی۔',
  },
  final: {
    en: '{roll}: the roll is final. Its lists are frozen as an edition, from which stations, candidates and the enquiry are served.',
    ur: '{roll}: فہرست حتمی ہوگی۔ اس کی فہرستیں ایک اشاعت کی صورت میں منجمد ہوں گی جس سے پولنگ اسٹیشنوں، امیدواروں اور ووٹر تلاش کو جواب ملے گا۔',
  },
  direction: {
    en: '{roll}: the Commission directs that the roll be prepared otherwise than the Act provides. The direction and its reason are published at once.',
    ur: '{roll}: کمیشن ہدایت دیتا ہے کہ فہرست ایکٹ میں دیے گئے طریقے کے علاوہ تیار ہو۔ ہدایت اور اس کی وجہ فوراً شائع ہوگی۔',
  },
  stage: { en: 'Stage', ur: 'مرحلہ' },
  lastDay: { en: 'Last day of the display', ur: 'نمائش کا آخری دن' },
  order: { en: 'Order of the Commission', ur: 'کمیشن کا حکم' },
  areas: { en: 'Electoral areas', ur: 'انتخابی علاقے' },
  centres: { en: 'Display centres', ur: 'مراکزِ نمائش' },
  uncovered: { en: 'Electoral areas without a display centre', ur: 'مرکزِ نمائش کے بغیر انتخابی علاقے' },
  voters: { en: 'Voters in the newest edition of the lists', ur: 'فہرستوں کی تازہ ترین اشاعت میں ووٹر' },
})

/** The stages as people call them. */
export const stageNames = catalogue({
  preparation: { en: 'In preparation', ur: 'زیرِ تیاری' },
  preliminary: { en: 'Preliminary roll', ur: 'ابتدائی فہرست' },
  announced: { en: 'Display announced', ur: 'نمائش کا اعلان' },
  display: { en: 'On display', ur: 'نمائش جاری' },
  revision: { en: 'Claims being decided', ur: 'دعووں کے فیصلے جاری' },
  final: { en: 'Final roll', ur: 'حتمی فہرست' },
})
