/**
 * The national roll of 2024 from a seed: as many voters in every region as were counted, in the blocks of the census.
 * Made block by block, as the lines that the register takes in.
 */
export { nationalPlaces, nationalRegister } from './national-register.ts'
export type { NationalPlan } from './national-plan.ts'
export { openPlan, type NationalOptions } from './open-plan.ts'
export { nationalTotal, qualifyingDate } from './roll-2024.ts'
