/** What plays or shows something from elsewhere, and where a reader finds it. */
import type {Attrs} from '../page/page.ts'

/** Players whose frames are content; other frames are mostly advertising. */
const players = /^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/|player\.vimeo\.com\/video\/|(?:www\.)?dailymotion\.com\/embed\/|geo\.dailymotion\.com\/player|open\.spotify\.com\/embed|w\.soundcloud\.com\/player|player\.twitch\.tv\/|clips\.twitch\.tv\/embed|player\.bilibili\.com\/|(?:www\.)?tiktok\.com\/(?:embed|player)|(?:www\.)?facebook\.com\/plugins\/(?:video|post)|platform\.twitter\.com\/embed\/|(?:www\.)?instagram\.com\/[a-z]{1,6}\/[^/]{1,40}\/embed|fast\.wistia\.(?:net|com)\/embed|embed\.ted\.com\/|(?:www\.)?loom\.com\/embed|codepen\.io\/[^/]{1,60}\/embed|codesandbox\.io\/embed|embed\.podcasts\.apple\.com\/|embed\.music\.apple\.com\/|bandcamp\.com\/EmbeddedPlayer|rumble\.com\/embed|odysee\.com\/\$\/embed|archive\.org\/embed|(?:www\.)?google\.com\/maps\/embed|player\.cloudinary\.com|videopress\.com\/embed|vk\.com\/video_ext|rutube\.ru\/play\/embed|player\.youku\.com\/embed|v\.qq\.com\/|embed\.bsky\.app\/embed\/|[\w.-]{4,80}\/@[\w.@-]{1,80}\/\d{5,25}\/embed(?:[?#]|$))/iu

/** Address to link for a frame's `src`, undefined if it is no known player. */
export function playerAddress(src: string): string | undefined {
  const bare = /^\s{0,9}(?:https?:)?\/\/([^\s]{4,2000})/iu.exec(src)?.[1]
  if (bare === undefined || !players.test(bare)) return undefined
  const youtube = /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{5,20})/iu.exec(bare)?.[1]
  if (youtube !== undefined && youtube !== 'videoseries') return `https://www.youtube.com/watch?v=${youtube}`
  const vimeo = /^player\.vimeo\.com\/video\/(\d{4,15})/iu.exec(bare)?.[1]
  if (vimeo !== undefined) return `https://vimeo.com/${vimeo}`
  const tweet = /^platform\.twitter\.com\/embed\/[^?#]{0,40}\?(?:[^#]{0,2000}&)?id=(\d{5,25})/iu.exec(bare)?.[1]
  if (tweet !== undefined) return `https://twitter.com/i/status/${tweet}`
  const [, did, key] = /^embed\.bsky\.app\/embed\/(did:[\w:.-]{3,80})\/app\.bsky\.feed\.post\/(\w{3,40})/u.exec(bare) ?? []
  if (key !== undefined) return `https://bsky.app/profile/${did}/post/${key}`
  const mastodon = /^([\w.-]{4,80}\/@[\w.@-]{1,80}\/\d{5,25})\/embed/u.exec(bare)?.[1]
  if (mastodon !== undefined) return `https://${mastodon}`
  return facebookPost(bare) ?? `https://${bare}`
}

/** What a plugin of Facebook shows stands in its query. */
function facebookPost(bare: string): string | undefined {
  const href = /^(?:www\.)?facebook\.com\/plugins\/(?:video|post)\.php\?(?:[^#]{0,2000}&)?href=([^&#]{1,2000})/iu.exec(bare)?.[1]
  return href === undefined ? undefined : /^https:\/\/(?:www\.)?facebook\.com\/[^\s<>"]{1,2000}$/u.exec(decoded(href))?.[0]
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** What is no video, by the host that shows it. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^(?:open\.spotify|w\.soundcloud|embed\.podcasts\.apple|embed\.music\.apple|bandcamp)\./iu, 'Audio'],
  [/^(?:(?:platform\.twitter|(?:www\.)?instagram|(?:www\.)?facebook)\.com\/(?!plugins\/video)|embed\.bsky\.app\/|[\w.-]{4,80}\/@)/iu, 'Post'],
  [/^(?:www\.)?google\.com\/maps/iu, 'Map'],
  [/^(?:codepen|codesandbox)\.io/iu, 'Code'],
]

/** What the link says: the element's own title, or what it is. */
export function embedTitle(tag: string, attrs: Attrs): string {
  const title = (attrs['title'] ?? attrs['aria-label'] ?? '').replace(/\s+/gu, ' ').trim()
  if (title !== '') return title
  if (tag === 'audio') return 'Audio'
  const bare = (attrs['src'] ?? '').replace(/^\s{0,9}(?:https?:)?\/\//iu, '')
  return others.find(([host]) => host.test(bare))?.[1] ?? 'Video'
}
