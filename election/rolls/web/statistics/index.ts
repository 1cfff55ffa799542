import { districtPage } from './district.tsx'
import { districtsPage } from './districts.tsx'
import { overviewPage } from './overview.tsx'
import { seatPage } from './seat.tsx'
import { seatsPage } from './seats.tsx'

/** The pages of the rolls' statistics. */
export const statisticsPages = [overviewPage, districtsPage, seatsPage, districtPage, seatPage]
