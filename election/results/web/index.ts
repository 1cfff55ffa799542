/** Result pages for the public site. Built by Vite; Node never imports this. */
import { assemblyResultsPage, currentResultsPage, nationalPage } from './national.tsx'
import { provincePage } from './province.tsx'
import { seatPage } from './seat.tsx'
import { stationPage } from './station.tsx'

export { Clocks } from './clocks.tsx'
export { BreakdownHeadlines } from './figures-row.tsx'
export { electionPath, openResults, partyNames, type OpenResults } from './load.ts'
export { NoResults } from './no-results.tsx'
export { SeatsByParty } from './party-table.tsx'
export { partyTones } from './party-tones.ts'
export { StationProgress } from './progress.tsx'
export { LeaderMap, LeaderTiles } from './seat-map.tsx'
export { assemblyWords } from './words.ts'

export const resultsPages = [currentResultsPage, nationalPage, assemblyResultsPage, provincePage, seatPage, stationPage]
