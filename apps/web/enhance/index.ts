/** The one script of the public pages. Every page is whole without it; it sorts, filters, copies, follows and points. */
import '@intikhab/kernel/screens/theme.css'
import { fillDocket } from './docket.ts'
import { followEdition } from './live.ts'
import { showTips } from './tips.ts'
import { equipTables } from './tables.ts'

equipTables(document)
showTips()
fillDocket(document, location.hash)
followEdition(() => equipTables(document))

const enrolment = document.querySelector<HTMLElement>('[data-enrol]')
if (enrolment !== null) void import('./enrol.ts').then(({ startEnrolment }) => startEnrolment(enrolment))
