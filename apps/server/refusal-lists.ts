/** Every refusal of the platform, list by list: for the public page `/refusals` and for `docs/refusals.md`. */
import { boundaryProblems, censusProblems, constituencyProblems, delimitationRefusals } from '@intikhab/delimitation'
import { enquiryRefusals } from '@intikhab/enquiry'
import { approvalRefusals } from '@intikhab/kernel/approvals'
import { editionRefusals } from '@intikhab/kernel/editions'
import { filesRefusals } from '@intikhab/kernel/files'
import { historyRefusals } from '@intikhab/kernel/history'
import { httpRefusals } from '@intikhab/kernel/http'
import { identityRefusals } from '@intikhab/kernel/identity'
import { ledgerRefusals } from '@intikhab/kernel/ledger'
import type { Text } from '@intikhab/kernel/language'
import type { RefusalKind } from '@intikhab/kernel/refusal'
import { tableProblems } from '@intikhab/kernel/tables'
import type { ProblemKind } from '@intikhab/kernel/tables'
import { candidateProblems, nominationRefusals } from '@intikhab/nominations'
import { pollingSchemeRefusals, schemeProblems } from '@intikhab/polling-scheme'
import { programmeRefusals } from '@intikhab/programme'
import { resultsRefusals } from '@intikhab/results'
import { centreProblems, feedProblems, rollsRefusals } from '@intikhab/rolls'
import { auditRefusals } from './audit/refusals.ts'
import { siteRefusals } from './site-refusals.ts'

/** The refusals of one room, in the order of its own list. */
export interface RefusalList {
  /** First part of every code in it. */
  readonly system: string
  readonly name: Text
  readonly kinds: readonly RefusalKind[]
}

/** What one room finds in files that are to be imported; a file with one such problem is refused as a whole. */
export interface FileProblemList {
  readonly system: string
  readonly name: Text
  readonly kinds: readonly ProblemKind[]
}

/** A room whose list is missing here fails `refusals.test.ts`. */
export const refusalLists: readonly RefusalList[] = [
  {
    system: 'http',
    name: { en: 'Every request', ur: 'ہر درخواست' },
    kinds: Object.values(httpRefusals),
  },
  {
    system: 'identity',
    name: { en: 'Sign-in, offices and devices', ur: 'سائن اِن، عہدے اور آلات' },
    kinds: Object.values(identityRefusals),
  },
  {
    system: 'approvals',
    name: { en: 'Acts that take two people', ur: 'دو افسروں کی منظوری کے کام' },
    kinds: Object.values(approvalRefusals),
  },
  {
    system: 'ledger',
    name: { en: 'The ledger of official acts', ur: 'سرکاری اقدامات کا کھاتہ' },
    kinds: Object.values(ledgerRefusals),
  },
  {
    system: 'history',
    name: { en: 'The history of a record', ur: 'کسی اندراج کا تاریخچہ' },
    kinds: Object.values(historyRefusals),
  },
  {
    system: 'audit',
    name: { en: 'Audits', ur: 'آڈٹ' },
    kinds: Object.values(auditRefusals),
  },
  {
    system: 'files',
    name: { en: 'Evidence', ur: 'شواہد' },
    kinds: Object.values(filesRefusals),
  },
  {
    system: 'editions',
    name: { en: 'Published editions', ur: 'شائع شدہ اشاعتیں' },
    kinds: Object.values(editionRefusals),
  },
  {
    system: 'site',
    name: { en: 'The site and its publications', ur: 'ویب سائٹ اور اشاعت' },
    kinds: Object.values(siteRefusals),
  },
  {
    system: 'programme',
    name: { en: 'Elections and their programme', ur: 'انتخابات اور انتخابی پروگرام' },
    kinds: Object.values(programmeRefusals),
  },
  {
    system: 'delimitation',
    name: { en: 'Places and seats', ur: 'مقامات اور حلقہ بندی' },
    kinds: Object.values(delimitationRefusals),
  },
  {
    system: 'rolls',
    name: { en: 'Electoral rolls', ur: 'انتخابی فہرستیں' },
    kinds: Object.values(rollsRefusals),
  },
  {
    system: 'polling-scheme',
    name: { en: 'Polling stations', ur: 'پولنگ اسٹیشن' },
    kinds: Object.values(pollingSchemeRefusals),
  },
  {
    system: 'nominations',
    name: { en: 'Seats and candidates', ur: 'حلقے اور امیدوار' },
    kinds: Object.values(nominationRefusals),
  },
  {
    system: 'results',
    name: { en: 'Forms and results', ur: 'فارم اور نتائج' },
    kinds: Object.values(resultsRefusals),
  },
  {
    system: 'enquiry',
    name: { en: 'Where do I vote', ur: 'میرا ووٹ کہاں ہے' },
    kinds: Object.values(enquiryRefusals),
  },
]

export const fileProblemLists: readonly FileProblemList[] = [
  {
    system: 'tables',
    name: { en: 'Any table or map file', ur: 'جدول یا نقشے کی کوئی بھی فائل' },
    kinds: Object.values(tableProblems),
  },
  {
    system: 'delimitation',
    name: { en: 'Census, seats and boundaries', ur: 'مردم شماری، حلقوں اور حدود کی فائلیں' },
    kinds: [censusProblems, constituencyProblems, boundaryProblems].flatMap((list) => Object.values<ProblemKind>(list)),
  },
  {
    system: 'polling-scheme',
    name: { en: 'Polling scheme', ur: 'پولنگ اسکیم کی فائل' },
    kinds: Object.values(schemeProblems),
  },
  {
    system: 'rolls',
    name: { en: 'Feed of voters, display centres', ur: 'ووٹروں کی فہرست اور مراکزِ نمائش کی فائلیں' },
    kinds: [feedProblems, centreProblems].flatMap((list) => Object.values<ProblemKind>(list)),
  },
  {
    system: 'nominations',
    name: { en: 'Candidates', ur: 'امیدواروں کی فائل' },
    kinds: Object.values(candidateProblems),
  },
]
