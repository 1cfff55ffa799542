import type { Command } from 'commander'
export function rehearseCommand(_program: Command): void {}
