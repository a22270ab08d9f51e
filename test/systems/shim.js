/** The part of the Spark shim that drives a worker, against the real worker, in any Python 3: no Spark, no pyarrow. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {inTemporaryFolder, root, run} from './system.js'

export async function test() {
  await inTemporaryFolder(folder => {
    const program = fileURLToPath(new URL('support/shim.py', import.meta.url))
    // -S and -I: nothing that is installed on this machine helps.
    run('python3', ['-I', program, folder, process.execPath, join(root, 'bin', 'boildown.js'), 'worker'])
  })
}
