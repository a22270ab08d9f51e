/**
 * Regular expressions that take longer than their text grows, and why they may: `most` is the length of the longest
 * text each of them gets, and the soak times them on attacks of that length.
 */

/** @type {readonly {source: string, most: number, why: string}[]} */
export const accepted = [
  {source: String.raw`\B(?=(?:[0-9]{3})+$)`, most: 24, why: 'digits of a number that we count ourselves'},
  {source: '^-+|-+$', most: 60, why: 'the slug of a path is cut before (slugBytes)'},
  {source: String.raw`[/\\]dist[/\\].*\.js$`, most: 256, why: 'esbuild runs it, in linear time, on paths of our own modules'},
  {source: String.raw`^[\s|:+=─━-]*-{2}[\s|:+=─━-]*$|^[=\s]{3,}$`, most: 400, why: 'longer lines are not looked at (isUnderline)'},
  {source: String.raw`^[\s.,:;|/*©–—_"'“”()-]+|[\s,:;|/*–—_"“”()-]+$`, most: 400, why: 'a byline is cut before (maxByline)'},
  {source: String.raw`T.*(?:Z|[+-]\d\d:\d\d)$`, most: 40, why: 'a date that we wrote ourselves'},
  {source: String.raw`\s+[|–—·•»«›:~∣│⋅⎪/-]+\s+|\s*[|»›│⎪]\s*|\s+::\s+|:\s+`, most: 300, why: 'a title is cut before (maxLength)'},
  {source: String.raw`\s*;\s*`, most: 1000, why: 'a header Accept is cut before'},
]
