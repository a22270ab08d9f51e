/** The host of an address, as statistics name it: in lower case, without `www.`; undefined where there is none. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:/iu.test(url)) return undefined
  try {
    const name = new URL(url).hostname.replace(/^www\./u, '').replace(/\.$/u, '')
    return name === '' ? undefined : name
  } catch {
    return undefined
  }
}
