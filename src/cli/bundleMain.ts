/** What `boildown bundle` makes one file of: the worker, and the child it starts of itself. */
import {runChild} from '../worker/child.ts'
import {start} from './main.ts'

const [, file = '', first] = process.argv

if (first === '--child') runChild()
else {
  const {pathToFileURL} = await import('node:url')
  await start(['worker', ...process.argv.slice(2)], {workerChild: {program: pathToFileURL(file), args: ['--child']}})
}
