/** The rolls' pages for the public site. Built by Vite; Node never imports this. */
export { displayPage, districtDisplayPage } from './editions/display-pages.tsx'
export { claimAnswerScreen, claimPages, type ClaimAnswer } from './claims/claim-pages.tsx'
export { statisticsPages } from './statistics/index.ts'
