import { defineConfig } from 'vitest/config'

/** Unit tests need nothing but Node; `database` tests share one throw-away PostgreSQL; `browser` tests drive Chromium. */
export default defineConfig({
  test: {
    reporters: ['default', './kernel/testkit/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.db.test.ts', '**/*.browser.test.ts'],
          isolate: false,
          // Generous: a slow machine is no fault of the code, and real data take their time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: './kernel/testkit/postgres.setup.ts',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./kernel/testkit/postgres.setup.ts'],
          isolate: true,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
