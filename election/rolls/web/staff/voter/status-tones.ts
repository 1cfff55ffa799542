/** How the standing of a voter is marked beside the words that say it. */
export const statusTones = {
  active: 'good',
  blocked: 'warn',
  deceased: 'warn',
  overseas: 'plain',
  removed: 'bad',
  'to-verify': 'warn',
} as const
