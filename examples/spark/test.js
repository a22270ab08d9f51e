/** Twelve pages through job.py in local mode. Exit code 77: no pyspark or no Java here. */
import {spawnSync} from 'node:child_process'
import {readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import assert from 'node:assert/strict'

const python = process.env.SPARK_PYTHON ?? 'python3'
if (spawnSync(python, ['-c', 'import pyspark, pyarrow, pandas']).status !== 0 || spawnSync('java', ['-version']).error) {
  console.log(`SKIPPED, missing: Java, or pyspark, pyarrow and pandas in ${python}`)
  process.exit(77)
}

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const rows = Array.from({length: 12}, (_, i) => ({id: `cup-${i}`, url: `https://example.org/${i}`, html: `<title>Cup ${i}</title><nav><a href="/">Shop</a></nav><main><h1>Cup ${i}</h1><p>${sentence.repeat(5)}This is cup ${i}.</p></main>`, shelf: i}))
writeFileSync('pages.ndjson', rows.map(row => `${JSON.stringify(row)}\n`).join(''))
rmSync('out', {recursive: true, force: true})

const {status} = spawnSync('npm', ['run', '--silent', 'bundle'], {stdio: 'inherit'})
assert.equal(status, 0)
const home = spawnSync(python, ['-c', 'import pyspark; print(pyspark.__path__[0])'], {encoding: 'utf8'}).stdout.trim()
const args = ['--master', 'local[2,4]', '--py-files', 'node_modules/boildown/spark/boildown_spark.py', '--archives', 'boildown.tgz#boildown', 'job.py', join(process.cwd(), 'pages.ndjson'), join(process.cwd(), 'out')]
const env = {...process.env, PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1'}
const job = spawnSync(join(home, 'bin', 'spark-submit'), args, {env, encoding: 'utf8'})
assert.equal(job.status, 0, job.stderr)
assert.match(job.stdout, /12 of 12 pages cleaned, 0 errors/)

for (const name of ['by-value', 'by-reference']) {
  const folder = join('out', name)
  const out = readdirSync(folder).filter(file => file.startsWith('part-')).flatMap(file => readFileSync(join(folder, file), 'utf8').trim().split('\n').filter(Boolean).map(line => JSON.parse(line)))
  assert.deepEqual(out.map(({id}) => id).sort(), rows.map(({id}) => id).sort())
  for (const {ok, markdown} of out) assert.ok(ok && markdown.includes('Green tea') && !markdown.includes('Shop'))
}
console.log('12 pages through Spark, by value and by reference')
