/** The face of the rehearsal: what can be rehearsed, and the verdict on it. */
export {
  chooseSeats,
  inventedElection,
  type Choice,
  type ChosenElection,
} from './general-election-2018/choose-seats.ts'
export { rehearseCrashes, type CrashedNight, type CrashSettings } from './crash/rehearse-crashes.ts'
export { closingTable, seatLine } from './general-election-2018/closing-table.ts'
export { inventSeats } from './general-election-2018/invented-seats.ts'
export { rehearse, type Rehearsed, type RehearsalSettings } from './general-election-2018/rehearse.ts'
export type { RehearsalReport } from './general-election-2018/report.ts'
export { judgeRehearsal, promised, sayVerdict, type RehearsalFigures, type Verdict } from './figures/verdict.ts'
export { noFaults, scaledFaults, usualFaults, type Faults } from './stations/faults.ts'
export {
  rehearseDemonstration,
  type DemonstrationPlayed,
  type DemonstrationSettings,
} from './demonstration/rehearse-demonstration.ts'
