/** Colours as people see them. */

/** @param {string} a @param {string} b @see WCAG 2.2, contrast ratio */
export function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** @param {string} colour `rgb(…)` */
export function luminance(colour) {
  const [red, green, blue] = (colour.match(/\d+/gu) ?? []).slice(0, 3).map(value => Number(value) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
