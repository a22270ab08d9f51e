/** Where known corpora and crawlers keep what we need: a row a schema. */

/** Columns by path, parts parted by dots. Of several the first that a row has is taken. */
export interface Fields {
  readonly url?: readonly string[]
  readonly id?: readonly string[]
  /** Page as HTML. */
  readonly html?: readonly string[]
  /** Page as flattened text. */
  readonly text?: readonly string[]
  /** Page of which nobody said what it is: it is sniffed. */
  readonly body?: readonly string[]
}

export const presetNames = ['c4', 'fineweb', 'dolma', 'oscar', 'datatrove', 'crawlee', 'scrapy', 'warc', 'wet'] as const
export type PresetName = (typeof presetNames)[number]

/** Fields left out are read as in any row: `html`, `markdown`, `text` or `body`, `url`, `id`. */
export const presets: Readonly<Record<PresetName, Fields>> = {
  c4: {text: ['text'], url: ['url']},
  fineweb: {text: ['text'], url: ['url'], id: ['id']},
  dolma: {text: ['text'], id: ['id'], url: ['metadata.url', 'metadata.warc_url', 'url']},
  oscar: {text: ['content'], url: ['warc_headers.warc-target-uri'], id: ['warc_headers.warc-record-id', 'id']},
  datatrove: {text: ['text'], id: ['id'], url: ['metadata.url', 'url']},
  crawlee: {
    html: ['html'], body: ['body', 'content'], text: ['text'],
    url: ['url', 'loadedUrl', 'request.loadedUrl', 'request.url'], id: ['id', 'uniqueKey', 'request.uniqueKey'],
  },
  scrapy: {html: ['html'], body: ['body', 'content', 'response'], text: ['text'], url: ['url', 'link', 'request_url'], id: ['id', '_id']},
  warc: {},
  wet: {},
}
