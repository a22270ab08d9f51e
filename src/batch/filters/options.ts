/** Rows of the options of filters and of the user's own rules: they hold in streams and in jobs. */
import type {JobRow} from '../optionRow.ts'

export const filterTable = {
  language: {type: 'strings', value: 'TAG', about: 'take pages in this language only; may be repeated, or a list: en,de,unknown'},
  minWords: {type: 'count', about: 'take pages with at least so many words'},
  verdict: {type: 'strings', value: 'VERDICT', about: 'take pages with this verdict only: ok, thin, listing, ...; may be repeated'},
  include: {type: 'strings', value: 'PATTERN', about: "take addresses like 'example.org/blog/*' only; may be repeated"},
  exclude: {type: 'strings', value: 'PATTERN', about: "leave out addresses like '*.example.org'; may be repeated"},
  maskPii: {type: 'boolean', initial: false, about: 'mask e-mail and IP addresses, phone, IBAN and card numbers; no anonymisation'},
  rules: {type: 'string', value: 'FILE.json', about: 'selectors by site: {"*.example.org": {"remove": ".share"}}'},
  hosts: {type: 'string', value: 'FILE', about: 'what hosts repeat, as boildown learn wrote it'},
  pass: {type: 'strings', value: 'FILE.mjs', about: 'a pass of your own; it runs with your rights; may be repeated'},
} as const satisfies Record<string, JobRow>
