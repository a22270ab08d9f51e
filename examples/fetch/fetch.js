import {cleanResponse} from 'boildown/crawlee'

for (const url of process.argv.slice(2)) {
  const row = await cleanResponse(await fetch(url), {url})
  console.log(JSON.stringify(row))
}
