import type { Command } from 'commander'
export function publishCommand(_program: Command): void {}
