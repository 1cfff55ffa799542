/** English and Urdu: texts, plural and direction, numbers and dates in legal form, folding for search. Runs in a browser. */
export { catalogue, catalogueProblems, say, type MessageValue } from './catalogue.ts'
export { fold, westernDigits } from './fold.ts'
export {
  formatDay,
  formatInstant,
  formatList,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
  legalTimeZone,
  localeOf,
} from './formats.ts'
export { direction, findLanguage, languages, type Language, type Text } from './text.ts'
