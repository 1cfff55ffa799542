import type { Text } from '@intikhab/kernel/language'
import type { Role, ScopeKind } from './person.ts'

/** What an office is: its name, over what it can be held, and where it stands. */
export interface RoleFacts {
  readonly name: Text
  /** The kinds of place over which it can be held. */
  readonly over: readonly ScopeKind[]
  /** Held for one election and no longer than its programme says. */
  readonly isOfElection: boolean
  /** 0 is the highest. Whoever invites gives offices below the own; the own rank and above needs a second person. */
  readonly rank: number
}

/** The offices of the commission (Elections Act 2017, ch. II), and the roles of an election (ss. 50–56). */
export const roles: Readonly<Record<Role, RoleFacts>> = {
  secretariat: {
    name: { en: 'Election Commission Secretariat', ur: 'الیکشن کمیشن سیکریٹریٹ' },
    over: ['national'],
    isOfElection: false,
    rank: 0,
  },
  'provincial-officer': {
    name: { en: 'Provincial Election Commissioner', ur: 'صوبائی الیکشن کمشنر' },
    over: ['province'],
    isOfElection: false,
    rank: 1,
  },
  'regional-officer': {
    name: { en: 'Regional Election Commissioner', ur: 'ریجنل الیکشن کمشنر' },
    over: ['region'],
    isOfElection: false,
    rank: 2,
  },
  'district-officer': {
    name: { en: 'District Election Commissioner', ur: 'ضلعی الیکشن کمشنر' },
    over: ['district'],
    isOfElection: false,
    rank: 3,
  },
  'district-returning-officer': {
    name: { en: 'District Returning Officer', ur: 'ڈسٹرکٹ ریٹرننگ افسر' },
    over: ['district'],
    isOfElection: true,
    rank: 4,
  },
  'returning-officer': {
    name: { en: 'Returning Officer', ur: 'ریٹرننگ افسر' },
    over: ['constituency'],
    isOfElection: true,
    rank: 5,
  },
  'assistant-returning-officer': {
    name: { en: 'Assistant Returning Officer', ur: 'اسسٹنٹ ریٹرننگ افسر' },
    over: ['constituency'],
    isOfElection: true,
    rank: 6,
  },
  'presiding-officer': {
    name: { en: 'Presiding Officer', ur: 'پریزائیڈنگ افسر' },
    over: ['station'],
    isOfElection: true,
    rank: 7,
  },
  'data-entry': {
    name: { en: 'Data Entry Operator', ur: 'ڈیٹا انٹری آپریٹر' },
    over: ['constituency'],
    isOfElection: true,
    rank: 8,
  },
  supervisor: {
    name: { en: 'Supervisor of data entry', ur: 'نگران ڈیٹا انٹری' },
    over: ['constituency'],
    isOfElection: true,
    rank: 7,
  },
  observer: {
    name: { en: 'Observer', ur: 'مبصر' },
    over: ['national', 'province', 'district', 'constituency'],
    isOfElection: true,
    rank: 8,
  },
  agency: {
    name: { en: 'Agency desk', ur: 'ادارے کا ڈیسک' },
    over: ['agency'],
    isOfElection: false,
    rank: 1,
  },
  tribunal: {
    name: { en: 'Election Tribunal', ur: 'الیکشن ٹریبونل' },
    over: ['province', 'district', 'constituency'],
    isOfElection: true,
    rank: 1,
  },
  auditor: { name: { en: 'Auditor', ur: 'آڈیٹر' }, over: ['national'], isOfElection: false, rank: 1 },
  'revising-authority': {
    name: { en: 'Revising Authority', ur: 'نظرثانی اتھارٹی' },
    over: ['district'],
    isOfElection: false,
    rank: 4,
  },
  'assistant-registration-officer': {
    name: { en: 'Assistant Registration Officer', ur: 'اسسٹنٹ رجسٹریشن افسر' },
    over: ['district'],
    isOfElection: false,
    rank: 5,
  },
}

/** Every office, in the order of the columns of the rights table. */
export const allRoles = Object.keys(roles) as readonly Role[]

/** The offices, as people see them named. */
export const roleNames = Object.fromEntries(allRoles.map((role) => [role, roles[role].name])) as Readonly<
  Record<Role, Text>
>
