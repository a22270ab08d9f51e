/**
 * A module of the built package.
 * @param {string} file path inside dist/
 * @returns {Promise<any>} untyped, so that the bench type-checks before the first build
 */
export function dist(file) {
  return import(new URL(`../../dist/${file}`, import.meta.url).href)
}
