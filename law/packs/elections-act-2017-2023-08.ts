import { legalValue as v } from '../legal-value.ts'
import type { RulePackValues } from '../rule-pack.ts'

/**
 * Elections Act 2017 as amended up to August 2023: the law of the general election of 8 February 2024.
 *
 * The day counts of s.57(2) come from one newspaper summary; the programme of December 2023 fits them.
 */
const dawn57 = 'Dawn, 22 September 2023'
const fafen13 = 'FAFEN on s.13(3) as substituted in 2023; Dispatch News Desk, 26 July 2023'
const candidates = 'The News, 2018; Samaa, December 2023'
const rules = 'Election Commission notification, 2022'
const background = 'background'

export const electionsAct2017In2023: RulePackValues = {
  programme: {
    notifyWithinDays: v(7, 'verify', 's.57(2)', dawn57),
    nominationDays: v(6, 'verify', 's.57(2)(a)', dawn57),
    namesPublishedDays: v(1, 'verify', 's.57(2)(b)', dawn57),
    scrutinyDays: v(8, 'verify', 's.57(2)(c)', dawn57),
    appealFilingDays: v(4, 'verify', 's.57(2)(d)', dawn57),
    appealDecisionDays: v(7, 'verify', 's.57(2)(e)', dawn57),
    revisedListDays: v(1, 'verify', 's.57(2)(f)', dawn57),
    withdrawalDays: v(1, 'verify', 's.57(2)(g)', dawn57),
    symbolDays: v(1, 'verify', 's.57(2)(h)', dawn57),
    revisedListToPollDays: v(28, 'statute', 's.57(2)(i)', `${dawn57}, quoting the Act`),
    minimumTotalDays: v(54, 'two-sources', 's.57(2)', `${dawn57}; The News, 1 March 2023`),
  },
  candidate: {
    minimumAge: v(25, 'two-sources', 'Constitution, Article 62', candidates),
    maximumPapers: v(5, 'two-sources', 's.60', 'Daily Independent, December 2023; Samaa, December 2023'),
    formFeeRupees: v(100, 'disputed', null, candidates, {
      en: 'Rs 100 in 2018; guidelines reported in December 2023 say Rs 10.',
      ur: '2018 میں 100 روپے؛ دسمبر 2023 کی ہدایات کی خبروں میں 10 روپے ہے۔',
    }),
    depositNationalRupees: v(30_000, 'statute', 's.61(1)', 'the section, quoted; Daily Independent, December 2023'),
    depositProvincialRupees: v(20_000, 'statute', 's.61(1)', 'the section, quoted; Daily Independent, December 2023'),
    loanRupees: v(2_000_000, 'one-source', 'Constitution, Article 63(1)(n)', 'candidate affidavit, June 2018'),
    loanMonths: v(12, 'one-source', 'Constitution, Article 63(1)(n)', 'candidate affidavit, June 2018'),
    utilityRupees: v(10_000, 'one-source', 'Constitution, Article 63(1)(o)', 'candidate affidavit, June 2018'),
    utilityMonths: v(6, 'one-source', 'Constitution, Article 63(1)(o)', 'candidate affidavit, June 2018'),
  },
  polling: {
    votersPerStation: v(1200, 'background', 's.59', background),
    votersPerBooth: v(300, 'background', 's.59', background),
    stationWithinKm: v(1, 'background', 's.59', background),
    opensAt: v('08:00', 'two-sources', null, 'Geo, February 2024; The Nation, 8 February 2024'),
    closesAt: v('17:00', 'two-sources', null, 'Geo, February 2024; The Nation, 8 February 2024'),
  },
  count: {
    tenderedVotesCounted: v(true, 'verify', null, 'Dawn, 29 July 2018: a column of Form-45'),
    challengedVotesCounted: v(true, 'verify', null, 'Dawn, 29 July 2018: a column of Form-45'),
  },
  results: {
    provisionalBy: v('02:00', 'two-sources', 's.13(3)', fafen13),
    completeBy: v('10:00', 'two-sources', 's.13(3)', fafen13),
    lateRequires: v(['written-reasons', 'awaited-stations'], 'two-sources', 's.13(3)', fafen13),
    sendWithinHours: v(24, 'one-source', 's.95(8)', 'Dawn, July 2018'),
    publishWithinDays: v(14, 'two-sources', 's.95(10)', 'Dawn, July 2018; DNA News, March 2024'),
    gazetteWithinDays: v(14, 'background', 's.98', background),
  },
  recount: {
    marginPercent: v(5, 'two-sources', 's.95(5)', 'Geo on NA-249; Supreme Court, 12 August 2024'),
    capNationalVotes: v(8000, 'background', 's.95(5)', background),
    capProvincialVotes: v(4000, 'background', 's.95(5)', background),
    excludedReachMargin: v(true, 'two-sources', 's.95(5)', 'Geo on NA-249; Supreme Court, August 2024'),
    officerMayAllow: v(false, 'background', 's.95(5)', background),
    requestBefore: v('consolidation-start', 'two-sources', 's.95(5)', 'Supreme Court, 27 August 2024 (NA-97)'),
    commissionOrderBefore: v('consolidation-end', 'one-source', 's.95(6)', 'Dawn, 31 July 2018'),
    officerDaysAfterOrder: v(5, 'one-source', 's.95(6)', 'Dawn, 31 July 2018'),
  },
  womenTurnout: {
    voidBelowPercent: v(10, 'two-sources', 's.9', 'Dawn, 28 July 2018; The News, 11 August 2018'),
  },
  petition: {
    fileWithinDays: v(45, 'one-source', 's.142', 'GNN, 2024'),
    decideWithinDays: v(180, 'one-source', 's.148', 'GNN, 2024'),
    stayAtMostMonths: v(6, 'one-source', 's.148', 'GNN, 2024'),
  },
  rolls: {
    freezeDaysBeforeTermEnd: v(30, 'statute', 's.39(1)', 'The News, 29 September 2023, quoting the section'),
    objectionDays: v(30, 'one-source', 's.28', 'FAFEN'),
    genderGapPercent: v(10, 'one-source', 's.47', 'FAFEN brief, Business Recorder, 2024'),
    formsAllYear: v(['21', '22', '23'], 'two-sources', null, 'The Nation, 25 October 2023; ARY, 13 July 2023'),
    formsAtDisplay: v(['15', '16', '17'], 'one-source', null, 'Dawn, 24 April 2018'),
    orderSection: v('s.37', 'background', 's.37', background),
    displayOrderSection: v('s.31', 'background', 's.31', background),
    hearingNoticeDays: v(7, 'background', 's.31', background),
    claimDecisionDays: v(15, 'background', 's.31', background),
    claimAppealDays: v(15, 'background', 's.37', background),
  },
  delimitation: {
    variationPercent: v(10, 'two-sources', 's.20(3)', `rules summary; ${rules}`),
    seatFractionPercent: v(50, 'one-source', null, rules),
    basicUnits: v(['patwar-circle', 'tapedar-circle', 'census-circle'], 'verify', null, rules),
    representationDays: v(30, 'one-source', 's.21', rules),
    decisionDays: v(30, 'one-source', 's.21', rules),
    copies: v(8, 'one-source', 'Election Rules 2017, r.12', rules),
    mapFeeRupees: v(1000, 'one-source', 'Election Rules 2017, r.12', rules),
  },
}
