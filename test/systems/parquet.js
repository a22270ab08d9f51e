/** A damaged Parquet file that keeps the decoder for ever costs its row group, in a stream as in a job, and no more. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parquetWriteBuffer} from 'hyparquet-writer'
import {check, inTemporaryFolder} from './system.js'
import {finish, statsOf} from './support/jobs.js'

/** Rows of each of the two groups. */
const rows = 100

/** The first page of the first group does not say how long it is, nor that it holds all rows. */
function endless() {
  const text = Array.from({length: 2 * rows}, (_, i) => `Row ${i} tells of the harbour, of the keeper, and of the boats that came in before dawn.`)
  const file = Buffer.from(parquetWriteBuffer({columnData: [{name: 'text', data: text, type: 'STRING', nullable: false}], codec: 'UNCOMPRESSED', rowGroupSize: rows}))
  let at = 4
  // A page header in Thrift's compact form: a byte of field and type, then the value; of each, the last byte has no high bit.
  const pass = () => {
    at++
    while (file[at] & 0x80) at++
    at++
  }
  pass()
  pass()
  // The field 3, compressed_page_size, becomes an unknown one, and the step to the next field the shorter.
  file[at] += 0x10
  pass()
  file[at] -= 0x10
  const count = at + 1
  check(file[count] === 0x15 && file[count + 1] === 0xc8 && file[count + 2] === 0x01, 'the page header is not what it was')
  // 100 rows in the encoding of Thrift are c8 01; 72 are 90 01.
  file[count + 1] = 0x90
  return file
}

export async function test() {
  await inTemporaryFolder(async cwd => {
    writeFileSync(join(cwd, 'endless.parquet'), endless())
    const asked = ['endless.parquet', '--text-field', 'text']
    const {stdout} = await finish(asked, {cwd})
    const written = stdout.trim().split('\n').map(line => JSON.parse(line))
    check(written.length === 2 * rows, `${written.length} rows`)
    check(written.every(({ok, error}, i) => ok === (i >= rows) && (i >= rows || /row group is damaged \(reading it ended: deadline/u.test(error))), `the first row is ${JSON.stringify(written[0])}`)

    await finish([...asked, '-o', 'out/', '--max-error-rate', '100%'], {cwd})
    const {ok, error} = statsOf(join(cwd, 'out'))
    check(ok === rows && error === rows, `a job gives ${ok} rows and ${error} errors`)
  })
}
