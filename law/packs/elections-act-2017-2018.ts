import { legalValue as v } from '../legal-value.ts'
import type { RulePackValues } from '../rule-pack.ts'
import { electionsAct2017In2023 as later } from './elections-act-2017-2023-08.ts'

/**
 * Elections Act 2017 as it stood at the general election of 25 July 2018.
 *
 * Where a source speaks of 2018 it is named; a value carried back from the later pack without one is background.
 */
const news57 = 'The News, 1 March 2023, quoting s.57(2); the programme of 31 May 2018 fits'
const news13 = 'The News, 18 July 2018, quoting s.13'
const news95 = 'The News, 22 October 2018, quoting s.95(5)'
const affidavit = 'candidate affidavit, June 2018'
const carriedBack = 'carried back from the law of 2023'

export const electionsAct2017In2018: RulePackValues = {
  programme: {
    notifyWithinDays: v(7, 'one-source', 's.57(2)', 'The News, 1 March 2023'),
    nominationDays: v(6, 'statute', 's.57(2)(a)', news57),
    namesPublishedDays: v(1, 'statute', 's.57(2)(b)', news57),
    scrutinyDays: v(8, 'two-sources', 's.57(2)(c)', 'Dawn, 9 June 2018; the programme of 31 May 2018 fits'),
    appealFilingDays: v(4, 'one-source', 's.57(2)(d)', 'fits the programme of 31 May 2018'),
    appealDecisionDays: v(7, 'one-source', 's.57(2)(e)', 'fits the programme of 31 May 2018'),
    revisedListDays: v(1, 'one-source', 's.57(2)(f)', 'fits the programme of 31 May 2018'),
    withdrawalDays: v(1, 'one-source', 's.57(2)(g)', 'fits the programme of 31 May 2018'),
    symbolDays: v(1, 'one-source', 's.57(2)(h)', 'fits the programme of 31 May 2018'),
    revisedListToPollDays: v(28, 'one-source', 's.57(2)(i)', 'fits the programme of 31 May 2018'),
    minimumTotalDays: v(54, 'one-source', 's.57(2)', 'the Commission to two governors, The News, 1 March 2023'),
  },
  candidate: {
    minimumAge: v(25, 'one-source', 'Constitution, Article 62', affidavit),
    maximumPapers: v(5, 'background', 's.60', carriedBack),
    formFeeRupees: v(100, 'two-sources', null, 'Dunya, 4 June 2018; INP, June 2018'),
    depositNationalRupees: v(30_000, 'statute', 's.61(1)', 'the section, quoted; Dunya, 4 June 2018'),
    depositProvincialRupees: v(20_000, 'statute', 's.61(1)', 'the section, quoted; Dunya, 4 June 2018'),
    loanRupees: v(2_000_000, 'one-source', 'Constitution, Article 63(1)(n)', affidavit),
    loanMonths: v(12, 'one-source', 'Constitution, Article 63(1)(n)', affidavit),
    utilityRupees: v(10_000, 'one-source', 'Constitution, Article 63(1)(o)', affidavit),
    utilityMonths: v(6, 'one-source', 'Constitution, Article 63(1)(o)', affidavit),
  },
  polling: {
    ...later.polling,
    opensAt: v('08:00', 'two-sources', null, 'TNS, 23 July 2018; The News, July 2018'),
    closesAt: v('18:00', 'two-sources', null, 'TNS, 23 July 2018; The News, July 2018 (one hour longer)'),
  },
  count: later.count,
  results: {
    provisionalBy: v('02:00', 'statute', 's.13(3)', news13),
    completeBy: v(null, 'statute', 's.13(3)', news13, {
      en: 'In 2018 the complete results followed "as soon as compiled", with no last hour.',
      ur: '2018 میں مکمل نتائج مرتب ہوتے ہی بھیجنے تھے؛ آخری وقت مقرر نہ تھا۔',
    }),
    lateRequires: v(['reasons', 'awaited-stations'], 'statute', 's.13(3)', news13),
    sendWithinHours: v(24, 'one-source', 's.95(8)', 'Dawn, July 2018'),
    publishWithinDays: v(14, 'one-source', 's.95(10)', 'Dawn, July 2018'),
    gazetteWithinDays: later.results.gazetteWithinDays,
  },
  recount: {
    marginPercent: v(5, 'statute', 's.95(5)', news95),
    capNationalVotes: v(10_000, 'statute', 's.95(5)', news95),
    capProvincialVotes: v(10_000, 'statute', 's.95(5)', news95),
    excludedReachMargin: v(true, 'disputed', 's.95(5)', carriedBack, {
      en: 'The text of 2018 quoted in the press has no such test; it let the returning officer allow a request instead.',
      ur: 'اخبارات میں نقل شدہ 2018 کے متن میں یہ شرط نہیں؛ اس کی جگہ ریٹرننگ افسر درخواست منظور کر سکتا تھا۔',
    }),
    officerMayAllow: v(true, 'statute', 's.95(5)', news95),
    requestBefore: v('consolidation-start', 'statute', 's.95(5)', news95),
    commissionOrderBefore: v('consolidation-end', 'one-source', 's.95(6)', 'Dawn, 31 July 2018'),
    officerDaysAfterOrder: v(5, 'one-source', 's.95(6)', 'Dawn, 31 July 2018'),
  },
  womenTurnout: {
    voidBelowPercent: v(10, 'two-sources', 's.9', 'Dawn, 28 July 2018; The News, 11 August 2018'),
  },
  petition: {
    fileWithinDays: v(45, 'background', 's.142', carriedBack),
    decideWithinDays: v(120, 'one-source', 's.148', 'GNN, 2024: 120 days before the amendment'),
    stayAtMostMonths: v(null, 'background', 's.148', 'no source'),
  },
  rolls: {
    ...later.rolls,
    freezeDaysBeforeTermEnd: v(30, 'statute', 's.39(1)', 'Dawn, 25 April 2018, quoting the section'),
  },
  delimitation: {
    variationPercent: v(10, 'background', 's.20(3)', carriedBack),
    seatFractionPercent: v(50, 'background', null, carriedBack),
    basicUnits: v(['patwar-circle', 'tapedar-circle', 'census-circle'], 'background', null, carriedBack),
    representationDays: v(30, 'background', 's.21', carriedBack),
    decisionDays: v(30, 'background', 's.21', carriedBack),
    copies: v(8, 'background', 'Election Rules 2017, r.12', carriedBack),
    mapFeeRupees: v(1000, 'background', 'Election Rules 2017, r.12', carriedBack),
  },
}
