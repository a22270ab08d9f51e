import {defineConfig} from 'vitest/config'

/** Tests that look at the clock: run on a quiet machine, by `npm run soak`. */
export default defineConfig({test: {include: ['test/soak/**/*.test.ts'], testTimeout: 300_000}})
