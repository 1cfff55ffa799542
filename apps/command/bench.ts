import type { Command } from 'commander'
export function benchCommand(_program: Command): void {}
