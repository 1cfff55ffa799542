/** The face of the enquiry: "where do I vote?" by CNIC, from the published look-up pack. */
export * from './core/answer.ts'
export { readCnic } from './core/read-cnic.ts'
export { enquiryRefusals } from './core/refusals.ts'
export { enquiryWords, sentencesOf } from './core/words.ts'
export {
  createEnquiry,
  usualLimits,
  type Enquiry,
  type EnquiryConfiguration,
  type EnquiryLimits,
} from './server/enquiry.ts'
export { enquiryRoutes, type SpokenAnswer } from './server/routes.ts'
