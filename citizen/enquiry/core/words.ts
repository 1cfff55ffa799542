import { catalogue, say, type Language } from '@intikhab/kernel/language'
import type { AnswerSeat, EnquiryAnswer } from './answer.ts'

/** The sentences in which an enquiry is answered, on the web, by SMS and on the telephone. */
export const enquiryWords = catalogue({
  registered: {
    en: 'CNIC {cnic} is registered in {area}, census block {block}.',
    ur: 'شناختی کارڈ {cnic} علاقہ {area}، شماریاتی بلاک {block} میں درج ہے۔',
  },
  serialMale: {
    en: 'Serial (silsila) number {serial} in the list of men, household (gharana) number {household}.',
    ur: 'مردوں کی فہرست میں سلسلہ نمبر {serial}، گھرانہ نمبر {household}۔',
  },
  serialFemale: {
    en: 'Serial (silsila) number {serial} in the list of women, household (gharana) number {household}.',
    ur: 'خواتین کی فہرست میں سلسلہ نمبر {serial}، گھرانہ نمبر {household}۔',
  },
  serialOther: {
    en: 'Serial (silsila) number {serial} in the list of other voters, household (gharana) number {household}.',
    ur: 'دیگر ووٹرز کی فہرست میں سلسلہ نمبر {serial}، گھرانہ نمبر {household}۔',
  },
  station: {
    en: '{code} {seat}: vote at polling station {number}, {station}.',
    ur: '{code} {seat}: پولنگ اسٹیشن نمبر {number}، {station} پر ووٹ دیں۔',
  },
  noStation: {
    en: '{code} {seat}: your polling station is not announced yet. Ask again nearer to polling day.',
    ur: '{code} {seat}: آپ کے پولنگ اسٹیشن کا اعلان ابھی نہیں ہوا۔ پولنگ کے دن کے قریب دوبارہ پوچھیں۔',
  },
  bring: {
    en: 'Bring your original CNIC; an expired one is valid for voting.',
    ur: 'اپنا اصل شناختی کارڈ ساتھ لائیں؛ زائد المیعاد کارڈ پر بھی ووٹ دیا جا سکتا ہے۔',
  },
  overseas: {
    en: 'You chose to vote from abroad, so you are marked “overseas” in the list of your polling station.',
    ur: 'آپ نے بیرونِ ملک سے ووٹ دینے کا انتخاب کیا، اس لیے پولنگ اسٹیشن کی فہرست میں آپ کے نام پر ”اوورسیز“ درج ہے۔',
  },
  blocked: {
    en: 'CNIC {cnic} is blocked or cancelled. Please see your District Election Commissioner.',
    ur: 'شناختی کارڈ {cnic} بلاک یا منسوخ ہے۔ براہِ کرم اپنے ڈسٹرکٹ الیکشن کمشنر سے رجوع کریں۔',
  },
  deceased: {
    en: 'The entry of CNIC {cnic} was reported for removal. If the card is yours, please see your District Election Commissioner.',
    ur: 'شناختی کارڈ {cnic} کے اندراج کے اخراج کی اطلاع ملی ہے۔ اگر یہ کارڈ آپ کا ہے تو براہِ کرم اپنے ڈسٹرکٹ الیکشن کمشنر سے رجوع کریں۔',
  },
  notRegistered: {
    en: 'CNIC {cnic} is not on the electoral roll.',
    ur: 'شناختی کارڈ {cnic} انتخابی فہرست میں درج نہیں۔',
  },
  howToRegister: {
    en: 'To be registered, or to move your vote, hand Form-21 to your District Election Commissioner.',
    ur: 'اندراج یا ووٹ کی منتقلی کے لیے فارم 21 اپنے ڈسٹرکٹ الیکشن کمشنر کو جمع کرائیں۔',
  },
  wrongPlace: {
    en: 'If this is not where you live, Form-21 moves your vote and Form-23 corrects an entry.',
    ur: 'اگر آپ یہاں نہیں رہتے تو فارم 21 سے ووٹ منتقل اور فارم 23 سے اندراج درست ہوتا ہے۔',
  },
  frozen: {
    en: 'The rolls are frozen until the results are announced (Elections Act 2017, {section}): nothing can be changed now.',
    ur: 'نتائج کے اعلان تک انتخابی فہرستیں منجمد ہیں (الیکشنز ایکٹ 2017، {section}): اس وقت کوئی تبدیلی نہیں ہو سکتی۔',
  },
  office: {
    en: 'District Election Commissioner {district}: {phone}. Helpline: {helpline}.',
    ur: 'ڈسٹرکٹ الیکشن کمشنر {district}: {phone}۔ ہیلپ لائن: {helpline}۔',
  },
  helpline: { en: 'Helpline: {helpline}.', ur: 'ہیلپ لائن: {helpline}۔' },
})

const serialIn = {
  male: enquiryWords.serialMale,
  female: enquiryWords.serialFemale,
  other: enquiryWords.serialOther,
} as const

function seatSentence(language: Language, { code, nameEn, nameUr, station }: AnswerSeat): string {
  const seat = language === 'ur' ? nameUr : nameEn
  if (station === null) return say(language, enquiryWords.noStation, { code, seat })
  const name = language === 'ur' ? station.nameUr : station.nameEn
  return say(language, enquiryWords.station, { code, seat, number: String(station.number), station: name })
}

const leftToRight = '\u2066'
const popIsolate = '\u2069'

/** What the answer says, sentence by sentence, the most needed first. Numbers are those that stand on forms: Western. */
export function sentencesOf(language: Language, answer: EnquiryAnswer): string[] {
  const { state, registration, seats, district, frozenUnder, helpline } = answer
  // Stars are neutral: in a line of Urdu the two halves of a masked CNIC would change places.
  const cnic = language === 'ur' ? `${leftToRight}${answer.cnic}${popIsolate}` : answer.cnic
  const said: string[] = []
  if (registration !== null) {
    const { block, list } = registration
    const area = language === 'ur' ? registration.areaUr : registration.areaEn
    said.push(
      say(language, enquiryWords.registered, { cnic, area, block }),
      say(language, serialIn[list], {
        serial: String(registration.serial),
        household: String(registration.household),
      }),
    )
  }
  if (state === 'overseas') said.push(say(language, enquiryWords.overseas))
  else said.push(...seats.map((seat) => seatSentence(language, seat)))
  if (state === 'found-assigned') said.push(say(language, enquiryWords.bring))
  if (state === 'blocked') said.push(say(language, enquiryWords.blocked, { cnic }))
  if (state === 'deceased-flagged') said.push(say(language, enquiryWords.deceased, { cnic }))
  if (state === 'not-registered')
    said.push(say(language, enquiryWords.notRegistered, { cnic }), say(language, enquiryWords.howToRegister))
  if (state === 'found-assigned' || state === 'found-unassigned') said.push(say(language, enquiryWords.wrongPlace))
  if (frozenUnder !== null) said.push(say(language, enquiryWords.frozen, { section: frozenUnder }))
  if (district === null) said.push(say(language, enquiryWords.helpline, { helpline }))
  else {
    const name = language === 'ur' ? district.nameUr : district.nameEn
    said.push(say(language, enquiryWords.office, { district: name, phone: district.officePhone, helpline }))
  }
  return said
}
