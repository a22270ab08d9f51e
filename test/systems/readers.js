/**
 * What a job writes, read by others: NDJSON by Python's json, Parquet by pyarrow, without loss.
 *
 * Needs python3; pyarrow comes from PyPI into an environment of its own, unless ARROW_PYTHON names a Python that has it.
 */
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Missing, check, inTemporaryFolder, run} from './system.js'
import {finish, pageOf} from './support/jobs.js'

export async function test() {
  await inTemporaryFolder(async folder => {
    writeRecords(join(folder, 'crawl.ndjson'))
    await finish(['crawl.ndjson', '-o', 'rows/'], {cwd: folder})
    await finish(['crawl.ndjson', '-o', 'tables/', '-t', 'parquet'], {cwd: folder})
    writeFileSync(join(folder, 'rows.py'), readJson)
    check(run('python3', ['rows.py'], {cwd: folder}) === 'same\n', 'Python reads other rows')
    const python = environment(folder)
    writeFileSync(join(folder, 'tables.py'), readParquet)
    const said = run(python, ['tables.py'], {cwd: folder})
    check(said === 'same\n', `pyarrow reads ${said}`)
  })
}

/** Signs that other languages take for line ends or cannot encode, wide numbers, columns of every kind, FineWeb's among them. @param {string} file */
function writeRecords(file) {
  const odd = ['plain', 'line\u2028ends\u2029\u0085here', 'emoji \u{1f600} and nul \\u0000', 'lone \\ud800 half', 'quote " and \\\\', 'ﷺ العربية 日本語', '']
  const lines = Array.from({length: 300}, (_, i) => JSON.stringify({
    id: i % 3 === 0 ? `r${i}` : i, url: `https://example.org/${i}`, html: pageOf(i, 3).replace('</article>', `<p>${odd[i % odd.length]} stands in the text of this page as it is.</p></article>`),
    odd: odd[i % odd.length], nested: {list: [1, 2.5, null, {deep: odd[i % odd.length]}], empty: {}}, dump: 'CC-MAIN-2025-21', date: '2025-05-10T00:00:00Z', file_path: `s3://bucket/${i}`, language_score: 0.5 + i / 1000, token_count: i,
  }).replaceAll('\\\\u0000', '\\u0000').replaceAll('\\\\ud800', '\\ud800').replace(/\}$/u, ',"wide":12345678901234567890}'))
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** @param {string} folder @returns {string} a Python with pyarrow @throws {Missing} */
export function environment(folder) {
  if (process.env.ARROW_PYTHON) return process.env.ARROW_PYTHON
  run('python3', ['-m', 'venv', 'env'], {cwd: folder})
  const python = join(folder, 'env', 'bin', 'python')
  const {status, stderr} = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'pyarrow'], {encoding: 'utf8', timeout: 300_000})
  if (status !== 0) throw new Missing(`pyarrow from PyPI (${stderr.trim().split('\n').pop()})`)
  return python
}

/** Every row is one line to Python, and survives the way out as UTF-8. */
const readJson = String.raw`
import gzip, json, glob
theirs = [json.loads(line) for line in open('crawl.ndjson', encoding='utf8')]
text = ''.join(gzip.open(name, 'rt', encoding='utf8', newline='').read() for name in sorted(glob.glob('rows/*.ndjson.gz')))
assert text.splitlines() == text.split('\n')[:-1], 'other line ends'
ours = [json.loads(line) for line in text.splitlines()]
assert len(ours) == len(theirs) == 300, len(ours)
def whole(value):
    return json.loads(json.dumps(value).replace('\\ud800', '\\ufffd'))
for a, b in zip(ours, theirs):
    assert a['id'] == b['id'] and a['ok'] is True, a
    a['markdown'].encode('utf8')
    assert 'corpus' in a['markdown']
    for name in ('odd', 'nested', 'dump', 'file_path', 'language_score', 'token_count', 'wide'):
        assert a[name] == whole(b[name]), (name, a[name], b[name])
    assert a['input.date'] == b['date']
    assert b['odd'] == '' or b['odd'].startswith(('line', 'lone', 'emoji', 'quote')) or b['odd'] in a['markdown'], a['markdown']
print('same')
`

/** The same rows in both forms, and a schema that a loader of FineWeb takes. */
const readParquet = String.raw`
import gzip, json, glob
import pyarrow as pa, pyarrow.parquet as pq
rows = [json.loads(line) for name in sorted(glob.glob('rows/*.ndjson.gz')) for line in gzip.open(name, 'rt', encoding='utf8', newline='')]
names = sorted(glob.glob('tables/*.parquet'))
table = pa.concat_tables([pq.read_table(name) for name in names])
wanted = {'text': 'string', 'id': 'string', 'dump': 'string', 'url': 'string', 'date': 'string', 'file_path': 'string', 'language': 'string', 'language_score': 'double', 'token_count': 'int64'}
for name, kind in wanted.items():
    assert str(table.schema.field(name).type) == kind, (name, table.schema.field(name).type)
assert table.schema.names[:9] == list(wanted), table.schema.names
assert pq.ParquetFile(names[0]).metadata.created_by == 'boildown'
out = table.to_pylist()
assert len(out) == len(rows) == 300, len(out)
for row, them in zip(out, rows):
    assert row['text'] == them['markdown']
    assert row['id'] == (them['id'] if isinstance(them['id'], str) else json.dumps(them['id']))
    for ours, theirs in (('url', 'url'), ('language', 'language'), ('title', 'title'), ('author', 'author'), ('published', 'date'), ('modified', 'modified'), ('words', 'words'),
                         ('dump', 'dump'), ('file_path', 'file_path'), ('language_score', 'language_score'), ('date', 'input.date')):
        assert row[ours] == them[theirs], (ours, row[ours], them[theirs])
    assert (row['quality_score'], row['quality_verdict'], row['quality_type']) == (them['quality']['score'], them['quality']['verdict'], them['quality']['type'])
    assert json.loads(row['authors']) == them['authors'] and json.loads(row['problems']) == them['problems']
    assert row['token_count'] is None
    rest = json.loads(row['columns'])
    said = set(row) | {'markdown', 'quality', 'problems', 'ok', 'error'}
    for name, value in them.items():
        if value is not None and name not in said: assert rest[name] == value, (name, value)
    assert rest['wide'] == 12345678901234567890 and rest['token_count'] == them['token_count']
print('same')
`
