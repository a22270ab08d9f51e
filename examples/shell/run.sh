#!/usr/bin/env bash
# What a shell can do with Boildown. `./run.sh URL FOLDER` fetches one page, and cleans a folder of saved ones.
set -euo pipefail
url=$1
folder=$2

# One page from the network: curl fetches, Boildown cleans and makes links absolute.
curl -sL "$url" | npx boildown --url "$url" > page.md

# Many addresses: four downloads at a time, a row a page, all of them cleaned by one process.
fetch() {
  curl -sL --max-time 30 "$1" | jq -cRs --arg url "$1" '{id: $url, url: $url, body: .}'
}
export -f fetch
xargs -P 4 -I '{}' bash -c 'fetch "$1"' _ '{}' < urls.txt | npx boildown --from ndjson > rows.ndjson

# Rows are JSON, so jq takes it from there: titles and lengths of what is worth reading.
jq -r 'select(.ok and .quality.verdict == "ok") | [.title, (.markdown | length)] | @tsv' rows.ndjson > titles.tsv

# A folder of saved pages: the same tree with a .md file a page. The same line again goes on where it stopped.
npx boildown "$folder" -o clean/ --quiet

# Another program's lines through a worker: frame off, answers on.
jq -c '{id, url, markdown}' rows.ndjson | npx boildown worker --links drop | jq -c 'select(has("ok")) | {id, markdown}' > plain.ndjson
