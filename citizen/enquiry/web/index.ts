/** “Where do I vote?” for the public site. Built by Vite; Node never imports this. */
export { EnquiryForm, EnquiryOutcome, enquiryTitle, votePage } from './vote-page.tsx'
