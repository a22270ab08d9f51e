/**
 * Regular expressions that take longer than their text grows, and why they may: `most` is the length of the longest
 * text each of them gets, and the soak times them on attacks of that length.
 */

/** @type {readonly {source: string, most: number, why: string}[]} */
export const accepted = []
