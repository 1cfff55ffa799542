/** The programme's screens. Built by Vite; Node never imports this. */
export { loadProgramme, phaseOn } from './load.ts'
export { programmePages } from './programme-page.tsx'
