import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', 'test/systems/**', 'test/soak/**'],
    // A test that needs longer belongs into test/soak.
    testTimeout: 20_000,
  },
})
