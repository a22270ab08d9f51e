/** From a byline to names: what is around them is cut off, and what is no name is refused. */
import {bylineWords, degrees, jobs, nameless, nobody} from '../rules/authors.ts'
import {folded, isPerson} from './siteName.ts'
import {isUnfilled} from './unfilled.ts'

/** Longer texts are no bylines; chosen from 3,000 real ones. */
const maxByline = 300
/** A name has at most so many words: "María del Carmen de la Cruz López". */
const maxWords = 6

const openings = [...bylineWords].sort((a, b) => b.length - a.length).map(word => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('|')
const opening = new RegExp(`^(?:${openings})(?:\\s{0,3}[:：]\\s{0,3}|\\s{1,3}(?=\\S))`, 'iu')
const cjkOpening = /^(?:作者|文|记者|記者|撰文|編集|著者|執筆|글)\s{0,3}[:：/／|｜]?\s{0,3}/u
/** Where a name ends for sure: a date, a time, a count, a verb of the byline. */
const ending =
  /\s{0,3}(?:[|•·●▪|]|\s[-–—]\s|\((?!(?:[A-Z]\.){1,3}\))|\b(?:posted|published|updated|last updated|reviewed by|fact[- ]checked|medically reviewed|edited by|photos? by|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|follow|read more|view (?:all|bio|profile)|share|min(?:ute)? read|contributor to|im Gespräch|im Interview|illustrations?|fotos?|bilder)\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d|https?:|\s@\w|\s»|\son behalf of\b|\sin\s|\s\d{1,3}\s+(?:min|hours?|days?|weeks?|months?|years?)\b)/iu
/** The same where it takes letters of all scripts, which are costly to prepare; and what every match of it holds. */
const endingAmongLetters =
  /\s{0,3}(?:\b(?:on|am|le|el|il|den|op|på|at|in|for|dnia)\s+(?=\p{Lu}?\p{Ll}{0,12}\.?,?\s{0,2}\d)|\s(?:on|am|le|el)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{L}{2,8}(?:tag|di)\b)|(?<=\p{Ll})Follow(?:ing)?$)/iu
const mayEndAmongLetters = /\d|\s(?:on|am|le|el)\s|follow/iu
const between = /\s{0,3}(?:[;|\n•·]|\s&\s|\s[-–—]\s|\s(?:and|und|et|y|e|og|och|en|и|with|mit|avec|con)\s|、|，|،)\s{0,3}|,\s{0,3}(?:and|und|et|y|with)\s/iu

/**
 * Names in a byline, in its order; [] if there are none. Of several lines the first with a name counts, and the
 * next as long as they hold nothing but names.
 *
 * @param isPublisher says which texts are the site's name and no person's.
 */
export function namesIn(text: string, isPublisher: (text: string) => boolean): readonly string[] {
  if (text.length > maxByline * 3 || isUnfilled(text)) return []
  const names: string[] = []
  for (const line of text.slice(0, maxByline).split('\n')) {
    const found = namesInLine(line, isPublisher)
    if (names.length > 0 && (found.length === 0 || !found.every(name => isPerson(name) && line.length < name.length + 60) || isJob(line))) break
    for (const name of found) if (!names.some(other => folded(other) === folded(name))) names.push(name)
  }
  return names
}

function namesInLine(line: string, isPublisher: (text: string) => boolean): readonly string[] {
  const names: string[] = []
  // "Reviewed by one, written by another": who wrote it counts.
  const from = /\bwritten by\b/iu.exec(line)?.index ?? 0
  const text = withoutOpening(line.slice(from))
  // The name of an office holds words that divide names elsewhere.
  if (text.length < 60 && /\s(?:for|of|on)\b/iu.test(text) && office.test(text) && isName(tidy(text), isPublisher)) return [tidy(text)]
  for (const part of text.split(between).flatMap(commaParts)) {
    const name = tidy(part)
    // After a full name, a single word is a job or a place.
    if (isName(name, isPublisher) && !(names[0]?.includes(' ') === true && !name.includes(' ') && !/\p{Lo}/u.test(name))) names.push(name)
    // What follows a name and is none is a place or a job, and so is the rest.
    else if (names.length > 0) break
  }
  return names
}

const office = /^(?:the )?(?:center|centre|department|ministry|institute|office|bureau|council|committee|federal|national|bundes\p{Ll}{2,20}) (?:for|of|on)\b/iu
/** Credits of pictures: nobody who wrote. */
const pictures = /shutterstock|getty ?images|istock|unsplash|pexels|pixabay|adobe ?stock|depositphotos|dreamstime|wikimedia|alamy/iu

/** The part after "By", undefined if the text does not begin like a byline. */
export function afterOpening(text: string): string | undefined {
  const rest = withoutOpening(text)
  return rest === text.trim() ? undefined : rest
}

/** "Posted on May 2, 2024 by", "12.01.2022 von": a date before the word that opens a byline. */
export const datedOpening = /^[^\n]{0,40}?\d{1,4}[^\n]{0,30}?[\s,|•·–—-](?:by|von|par|por|da|door|av|af|przez|autor|author):?\s{1,3}(?=\p{Lu})/iu

function withoutOpening(text: string): string {
  let rest = text.trim()
  if (rest.length < 160 && /\d/u.test(rest)) rest = rest.replace(datedOpening, '')
  for (let round = 0; round < 3; round++) {
    const match = opening.exec(rest) ?? cjkOpening.exec(rest)
    if (match === null) {
      rest = rest.replace(/^(?:Written by|Posted by|[Bb]y|Authors?|Autor(?:in)?|Von|Par|Por)(?=\p{Lu}\p{Ll})/u, '')
      break
    }
    rest = rest.slice(match[0].length).trim()
  }
  return rest
}

/** A comma divides two names, or a name from a degree, a job or a place: only names of two words and more are divided. */
function commaParts(part: string): readonly string[] {
  const pieces = part.split(/\s{0,3},\s{0,3}/u)
  if (pieces.length === 1) return pieces
  if (pieces.slice(1).every(piece => degrees.includes(piece.toLowerCase()))) return [pieces[0]]
  return pieces.every(piece => /\s/u.test(piece.trim())) ? pieces.filter(piece => !isJob(piece)) : [pieces[0]]
}

/** Where the name ends, -1 if nothing ends it. */
function endOf(text: string): number {
  const end = text.search(ending)
  const other = mayEndAmongLetters.test(text) ? text.search(endingAmongLetters) : -1
  return end < 0 || other < 0 ? Math.max(end, other) : Math.min(end, other)
}

function tidy(part: string): string {
  const text = withoutOpening(part.replace(/\s+/gu, ' '))
  const end = endOf(text)
  // "Jane DoeIn Travel": two elements without a space between.
  const cut = (end > 0 ? text.slice(0, end) : text).replace(/(?<=\p{Ll}{2})In\s[^\n]{0,300}$/u, '')
  const name = cut.replace(/^[\s.,:;|/*©–—_"'“”()-]+|[\s,:;|/*–—_"“”()-]+$/gu, '').replace(/(?<=\p{Ll}{2})\.$/u, '')
  return isShouted(name) ? fromCapitals(name) : name
}

function isName(name: string, isPublisher: (text: string) => boolean): boolean {
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) || pictures.test(name)) return false
  const words = name.split(' ')
  if (words.length > maxWords || /[<>{}[\]=\\^~|!?@«»]|https?:|www\.|\.(?:com|org|net|de|co|io)\b|\s(?:von|by|par|por|door|mit|with)$/iu.test(name)) return false
  if (words.length > 1 && /\d/u.test(name)) return false
  const plain = folded(name)
  if (plain === '' || nobodies.has(plain) || isPublisher(name) || isJob(name)) return false
  if (words.length > 1 && plain.split(' ').some(word => namelessWords.has(word))) return false
  // Running text: most words in lower case.
  return words.length < 3 || words.filter(word => /^\p{Ll}/u.test(word)).length <= words.length / 2
}

const nobodies = new Set(nobody.map(folded))
const namelessWords = new Set(nameless)
const jobWords = new Set(jobs)

/** Does a word of it name a job? A single word may be a surname. */
function isJob(text: string): boolean {
  const words = folded(text).split(' ')
  return words.length > 1 && words.some(word => jobWords.has(word))
}

/** All capitals is a matter of style, not of the name, where words are long. */
function isShouted(name: string): boolean {
  return name.includes(' ') && name === name.toUpperCase() && name !== name.toLowerCase() && name.split(' ').every(word => word.length > 2)
}

function fromCapitals(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}|(?<=[-'’])\p{L}(?=\p{L}{2})/gu, letter => letter.toUpperCase())
}
