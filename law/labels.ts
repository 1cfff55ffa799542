import type { BilingualText } from './legal-value.ts'
import type { ForEachValue, RulePackValues } from './rule-pack.ts'

/** What a value is counted in; `clock-next-day` is a time on the day after the poll, `code` and `codes` are fixed words. */
export type Unit =
  | 'days'
  | 'hours'
  | 'months'
  | 'years'
  | 'percent'
  | 'votes'
  | 'voters'
  | 'rupees'
  | 'kilometres'
  | 'number'
  | 'clock'
  | 'clock-next-day'
  | 'yes-no'
  | 'code'
  | 'codes'

export interface ValueLabel extends BilingualText {
  readonly unit: Unit
}

function label(unit: Unit, en: string, ur: string): ValueLabel {
  return { unit, en, ur }
}

export const groupLabels: { readonly [G in keyof RulePackValues]: BilingualText } = {
  programme: { en: 'Election programme', ur: 'انتخابی پروگرام' },
  candidate: { en: 'Candidates', ur: 'امیدوار' },
  polling: { en: 'Polling stations and hours', ur: 'پولنگ اسٹیشن اور اوقات' },
  count: { en: 'Count', ur: 'ووٹوں کی گنتی' },
  results: { en: 'Results', ur: 'نتائج' },
  recount: { en: 'Recount', ur: 'دوبارہ گنتی' },
  womenTurnout: { en: "Women's turnout", ur: 'خواتین کا ٹرن آؤٹ' },
  petition: { en: 'Election petitions', ur: 'انتخابی عذرداریاں' },
  rolls: { en: 'Electoral rolls', ur: 'انتخابی فہرستیں' },
  delimitation: { en: 'Delimitation', ur: 'حلقہ بندی' },
}

/** A label for every value of every pack: a value added without one does not compile. */
export const valueLabels: ForEachValue<ValueLabel> = {
  programme: {
    notifyWithinDays: label(
      'days',
      'Programme notified after the poll date is announced, at most',
      'پولنگ کی تاریخ کے اعلان کے بعد پروگرام جاری کرنے کی زیادہ سے زیادہ مدت',
    ),
    nominationDays: label(
      'days',
      'Notification to last day for nominations',
      'نوٹیفکیشن سے کاغذاتِ نامزدگی جمع کرانے کے آخری دن تک',
    ),
    namesPublishedDays: label(
      'days',
      'Last day for nominations to publication of names',
      'کاغذاتِ نامزدگی کے آخری دن سے ناموں کی اشاعت تک',
    ),
    scrutinyDays: label(
      'days',
      'Last day for nominations to end of scrutiny',
      'کاغذاتِ نامزدگی کے آخری دن سے جانچ پڑتال کے اختتام تک',
    ),
    appealFilingDays: label(
      'days',
      'End of scrutiny to last day for appeals',
      'جانچ پڑتال کے اختتام سے اپیل دائر کرنے کے آخری دن تک',
    ),
    appealDecisionDays: label(
      'days',
      'Last day for appeals to last day for deciding them',
      'اپیل کے آخری دن سے اپیلوں کے فیصلے کے آخری دن تک',
    ),
    revisedListDays: label(
      'days',
      'Decision of appeals to revised list of candidates',
      'اپیلوں کے فیصلے سے امیدواروں کی نظرثانی شدہ فہرست تک',
    ),
    withdrawalDays: label(
      'days',
      'Revised list to last day for withdrawal',
      'نظرثانی شدہ فہرست سے دستبرداری کے آخری دن تک',
    ),
    symbolDays: label(
      'days',
      'Withdrawal to symbols and list of contesting candidates',
      'دستبرداری سے انتخابی نشانات اور حتمی فہرست تک',
    ),
    revisedListToPollDays: label(
      'days',
      'Revised list to poll, at least',
      'نظرثانی شدہ فہرست سے پولنگ تک کم از کم مدت',
    ),
    minimumTotalDays: label('days', 'Notification to poll, at least', 'نوٹیفکیشن سے پولنگ تک کم از کم مدت'),
  },
  candidate: {
    minimumAge: label('years', 'Minimum age', 'کم از کم عمر'),
    maximumPapers: label(
      'number',
      'Nomination papers for one seat, at most',
      'ایک نشست کے لیے زیادہ سے زیادہ کاغذاتِ نامزدگی',
    ),
    formFeeRupees: label('rupees', 'Price of the nomination form', 'کاغذِ نامزدگی کی قیمت'),
    depositNationalRupees: label('rupees', 'Deposit, National Assembly', 'زرِ ضمانت، قومی اسمبلی'),
    depositProvincialRupees: label('rupees', 'Deposit, provincial assembly', 'زرِ ضمانت، صوبائی اسمبلی'),
    loanRupees: label('rupees', 'Unpaid loan that disqualifies, from', 'نااہل کرنے والا غیر ادا شدہ قرض، کم از کم'),
    loanMonths: label('months', 'Loan unpaid for more than', 'قرض کی عدم ادائیگی کی مدت سے زیادہ'),
    utilityRupees: label(
      'rupees',
      'Unpaid utility bills that disqualify, above',
      'نااہل کرنے والے یوٹیلٹی بلوں کے واجبات، سے زیادہ',
    ),
    utilityMonths: label('months', 'Utility bills unpaid for more than', 'یوٹیلٹی بلوں کی عدم ادائیگی کی مدت سے زیادہ'),
  },
  polling: {
    votersPerStation: label(
      'voters',
      'Voters for one polling station, at most',
      'ایک پولنگ اسٹیشن پر زیادہ سے زیادہ ووٹرز',
    ),
    votersPerBooth: label('voters', 'Voters for one polling booth, at most', 'ایک پولنگ بوتھ پر زیادہ سے زیادہ ووٹرز'),
    stationWithinKm: label(
      'kilometres',
      'Distance from voter to polling station, at most',
      'ووٹر سے پولنگ اسٹیشن کا زیادہ سے زیادہ فاصلہ',
    ),
    opensAt: label('clock', 'Poll opens', 'پولنگ کا آغاز'),
    closesAt: label('clock', 'Poll closes', 'پولنگ کا اختتام'),
  },
  count: {
    tenderedVotesCounted: label(
      'yes-no',
      'Valid tendered votes enter the total',
      'درست ٹینڈر شدہ ووٹ کُل میں شامل ہوتے ہیں',
    ),
    challengedVotesCounted: label(
      'yes-no',
      'Valid challenged votes enter the total',
      'درست چیلنج شدہ ووٹ کُل میں شامل ہوتے ہیں',
    ),
  },
  results: {
    provisionalBy: label('clock-next-day', 'Provisional results due', 'غیر حتمی نتائج کا مقررہ وقت'),
    completeBy: label(
      'clock-next-day',
      'Complete provisional results at the latest',
      'مکمل غیر حتمی نتائج کا آخری وقت',
    ),
    lateRequires: label(
      'codes',
      'What a late returning officer must send',
      'تاخیر پر ریٹرننگ افسر کو کیا بھیجنا لازم ہے',
    ),
    sendWithinHours: label(
      'hours',
      'Forms sent after consolidation, within',
      'نتائج یکجا کرنے کے بعد فارم بھیجنے کی مدت',
    ),
    publishWithinDays: label(
      'days',
      'Documents published after the poll, within',
      'پولنگ کے بعد دستاویزات شائع کرنے کی مدت',
    ),
    gazetteWithinDays: label(
      'days',
      'Returned candidates gazetted after the poll, within',
      'پولنگ کے بعد کامیاب امیدواروں کے گزٹ نوٹیفکیشن کی مدت',
    ),
  },
  recount: {
    marginPercent: label(
      'percent',
      'Margin below this share of the votes polled',
      'ڈالے گئے ووٹوں کے اس تناسب سے کم فرق',
    ),
    capNationalVotes: label('votes', 'Margin also below, National Assembly', 'نیز اس سے کم فرق، قومی اسمبلی'),
    capProvincialVotes: label('votes', 'Margin also below, provincial assembly', 'نیز اس سے کم فرق، صوبائی اسمبلی'),
    excludedReachMargin: label(
      'yes-no',
      'Recount where excluded votes equal or exceed the margin',
      'گنتی سے خارج ووٹ فرق کے برابر یا زیادہ ہوں تو دوبارہ گنتی',
    ),
    officerMayAllow: label(
      'yes-no',
      'Returning officer may allow any request that is not unreasonable',
      'ریٹرننگ افسر کوئی بھی معقول درخواست منظور کر سکتا ہے',
    ),
    requestBefore: label('code', 'Request must come before', 'درخواست کس مرحلے سے پہلے لازم ہے'),
    commissionOrderBefore: label(
      'code',
      'The Commission may order a recount before',
      'کمیشن کس مرحلے سے پہلے دوبارہ گنتی کا حکم دے سکتا ہے',
    ),
    officerDaysAfterOrder: label(
      'days',
      "Returning officer finishes after the Commission's order, within",
      'کمیشن کے حکم کے بعد ریٹرننگ افسر کے لیے مدت',
    ),
  },
  womenTurnout: {
    voidBelowPercent: label(
      'percent',
      "Poll may be void where women's votes fall below this share of the votes polled",
      'خواتین کے ووٹ ڈالے گئے ووٹوں کے اس تناسب سے کم ہوں تو پولنگ کالعدم قرار دی جا سکتی ہے',
    ),
  },
  petition: {
    fileWithinDays: label('days', 'Petition filed after the gazette, within', 'گزٹ کے بعد عذرداری دائر کرنے کی مدت'),
    decideWithinDays: label('days', 'Tribunal decides within', 'ٹربیونل کے فیصلے کی مدت'),
    stayAtMostMonths: label('months', 'A stay lasts at most', 'حکمِ امتناع کی زیادہ سے زیادہ مدت'),
  },
  rolls: {
    freezeDaysBeforeTermEnd: label(
      'days',
      "Rolls frozen before the Assembly's term ends, from",
      'اسمبلی کی مدت ختم ہونے سے اتنے دن پہلے فہرستیں منجمد',
    ),
    objectionDays: label(
      'days',
      'Claims and objections to the preliminary roll, within',
      'ابتدائی فہرست پر دعووں اور اعتراضات کی مدت',
    ),
    genderGapPercent: label(
      'percent',
      'Gender gap that calls for special measures, above',
      'خصوصی اقدامات کا متقاضی صنفی فرق، سے زیادہ',
    ),
    formsAllYear: label('codes', 'Forms accepted all year', 'سال بھر قابلِ قبول فارم'),
    formsAtDisplay: label('codes', 'Forms at the display centres', 'ڈسپلے سینٹرز کے فارم'),
    orderSection: label('code', 'Claims decided all year under', 'سال بھر کی درخواستوں کے فیصلے کی دفعہ'),
    displayOrderSection: label('code', 'Claims decided in the display period under', 'نمائش کے دوران فیصلوں کی دفعہ'),
    hearingNoticeDays: label(
      'days',
      'Notice of a hearing to the person concerned, at least',
      'متعلقہ شخص کو سماعت کی پیشگی اطلاع، کم از کم',
    ),
    claimDecisionDays: label('days', 'Claims and objections decided within', 'درخواستوں اور اعتراضات کے فیصلے کی مدت'),
    claimAppealDays: label('days', 'Appeal against an order on a claim, within', 'درخواست پر حکم کے خلاف اپیل کی مدت'),
  },
  delimitation: {
    variationPercent: label(
      'percent',
      'Population may differ from the quota without recorded reasons, up to',
      'وجوہات درج کیے بغیر کوٹے سے آبادی کا زیادہ سے زیادہ فرق',
    ),
    seatFractionPercent: label(
      'percent',
      'Fraction of a seat that counts as a whole one, from',
      'نشست کا وہ حصہ جو پوری نشست شمار ہو، کم از کم',
    ),
    basicUnits: label('codes', 'Units that are never divided', 'وہ اکائیاں جو تقسیم نہیں ہوتیں'),
    representationDays: label(
      'days',
      'Representations on the preliminary list, within',
      'ابتدائی فہرست پر اعتراضات داخل کرنے کی مدت',
    ),
    decisionDays: label('days', 'Representations decided within', 'اعتراضات پر فیصلے کی مدت'),
    copies: label('number', 'Copies of a representation', 'اعتراض کی نقول'),
    mapFeeRupees: label('rupees', 'Price of a map', 'نقشے کی قیمت'),
  },
}
