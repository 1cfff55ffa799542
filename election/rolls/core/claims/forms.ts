import type { Text } from '@intikhab/kernel/language'
import type { RulePack } from '@intikhab/law'
import { voterFields } from '../register/told-actions.ts'
import { claimPurposes, type ClaimPurpose } from './claim-content.ts'
import { claimWords } from './words.ts'

/**
 * Who decides: the Registration Officer all year, the Revising Authority on what is lodged while a preliminary roll is
 * displayed.
 */
export const claimPeriods = ['all-year', 'display'] as const
export type ClaimPeriod = (typeof claimPeriods)[number]

/** The number of the form by which something is claimed, as the rule pack gives them. */
export function formOf(pack: RulePack, period: ClaimPeriod, purpose: ClaimPurpose): string {
  const { formsAllYear, formsAtDisplay } = pack.values.rolls
  const numbers = (period === 'display' ? formsAtDisplay : formsAllYear).value
  const number = numbers[claimPurposes.indexOf(purpose)]
  if (number === undefined) throw new RangeError(`the rule pack ${pack.id} has no form for ${period} ${purpose}`)
  return number
}

/** The section under which an order on a claim is made. */
export function orderSection(pack: RulePack, period: ClaimPeriod): string {
  const { orderSection: allYear, displayOrderSection } = pack.values.rolls
  return (period === 'display' ? displayOrderSection : allYear).value
}

/** A form of the rules by what it asks, in the order in which it asks it. */
export interface ClaimForm {
  readonly title: Text
  /** What it is for, in the words of whoever needs it. */
  readonly lead: Text
  readonly parts: readonly { readonly title: Text; readonly fields: readonly Text[] }[]
  /** What has to be brought along. */
  readonly papers: readonly Text[]
}

const claimantPart = {
  title: { en: 'Who lodges this form', ur: 'فارم جمع کرانے والا' },
  fields: [
    voterFields.name,
    claimWords.cnic,
    claimWords.phone,
    { en: 'Authorised representative, if any: name and CNIC', ur: 'مجاز نمائندہ، اگر ہو: نام اور شناختی کارڈ نمبر' },
  ],
} as const

/** What a card says of somebody besides the addresses. */
const identityFields = [
  claimWords.nameUr,
  claimWords.nameEn,
  claimWords.relationNameUr,
  claimWords.gender,
  claimWords.dateOfBirth,
] as const

const cnicCopy = { en: 'A copy of your identity card, both sides', ur: 'شناختی کارڈ کی نقل، دونوں طرف' } as const

/** The forms by purpose: the numbers differ between the periods, the questions do not. */
export const claimForms: Readonly<Record<ClaimPurpose, ClaimForm>> = {
  registration: {
    title: { en: 'Registration or transfer of vote', ur: 'ووٹ کا اندراج یا منتقلی' },
    lead: {
      en: 'To be put on the roll, or to move a vote to another address of the identity card.',
      ur: 'فہرست میں نام درج کرانے، یا ووٹ شناختی کارڈ کے دوسرے پتے پر منتقل کرانے کے لیے۔',
    },
    parts: [
      claimantPart,
      {
        title: { en: 'As on the identity card', ur: 'شناختی کارڈ کے مطابق' },
        fields: [...identityFields, claimWords.disabled, claimWords.permanent, claimWords.temporary],
      },
      {
        title: { en: 'Where the vote shall be (one only, s.27)', ur: 'ووٹ کہاں ہو (صرف ایک، دفعہ \u206627\u2069)' },
        fields: [
          { en: 'At the permanent address  ☐', ur: 'مستقل پتے پر  ☐' },
          { en: 'At the temporary address  ☐', ur: 'عارضی پتے پر  ☐' },
          {
            en: 'At the place of posting (government servants and family)  ☐',
            ur: 'تعیناتی کے مقام پر (سرکاری ملازم اور اہلِ خانہ)  ☐',
          },
          { en: 'Census block code, if known', ur: 'شماریاتی بلاک کوڈ، اگر معلوم ہو' },
        ],
      },
    ],
    papers: [
      cnicCopy,
      {
        en: 'For a place of posting: the posting order of the department',
        ur: 'تعیناتی کے مقام کے لیے: محکمے کا تعیناتی حکم',
      },
    ],
  },
  objection: {
    title: { en: 'Objection to an entry, or its deletion', ur: 'کسی اندراج پر اعتراض یا اس کا اخراج' },
    lead: {
      en: 'When a name on the roll should not be there. The person is told and heard before anything is decided.',
      ur: 'جب فہرست میں کوئی ایسا نام ہو جو نہیں ہونا چاہیے۔ فیصلے سے پہلے اس شخص کو اطلاع دی جاتی ہے اور سنا جاتا ہے۔',
    },
    parts: [
      claimantPart,
      {
        title: { en: 'The entry objected to', ur: 'جس اندراج پر اعتراض ہے' },
        fields: [
          { en: 'Census block code', ur: 'شماریاتی بلاک کوڈ' },
          { en: 'List (men / women)', ur: 'فہرست (مرد / خواتین)' },
          { en: 'Serial number (silsila)', ur: 'سلسلہ نمبر' },
          { en: 'Name as it stands there', ur: 'فہرست میں درج نام' },
        ],
      },
      {
        title: claimWords.ground,
        fields: [
          { en: 'The person has died  ☐', ur: 'وفات ہو چکی  ☐' },
          { en: 'Does not live in this area  ☐', ur: 'اس علاقے میں رہائش نہیں  ☐' },
          { en: 'Enrolled twice  ☐', ur: 'دو بار درج ہے  ☐' },
          { en: 'Under 18  ☐', ur: 'عمر \u206618\u2069 سال سے کم  ☐' },
          { en: 'Not a citizen  ☐', ur: 'پاکستانی شہری نہیں  ☐' },
          { en: 'What you know, and how you know it', ur: 'آپ کیا جانتے ہیں اور کیسے' },
        ],
      },
    ],
    papers: [
      cnicCopy,
      {
        en: 'For a death: the death certificate of the union council, if there is one',
        ur: 'وفات کی صورت میں: یونین کونسل کا سرٹیفکیٹ، اگر ہو',
      },
    ],
  },
  correction: {
    title: { en: 'Correction of an entry', ur: 'اندراج کی تصحیح' },
    lead: {
      en: 'When your own entry is on the roll and something in it is wrong.',
      ur: 'جب آپ کا نام فہرست میں ہو مگر اس میں کچھ غلط لکھا ہو۔',
    },
    parts: [
      claimantPart,
      {
        title: { en: 'What is wrong, and how it should read', ur: 'کیا غلط ہے، اور درست کیا ہے' },
        fields: [...identityFields, { en: 'Remarks', ur: 'کیفیت' }],
      },
    ],
    papers: [cnicCopy],
  },
}
