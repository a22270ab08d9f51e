/** Clean one hostile page in a fresh process and print the CPU milliseconds it took. */
import {dist} from '../../bench/engines/dist.js'
import {hostile} from './hostile.js'

const [name, factor] = process.argv.slice(2)
const {createCleaner} = await dist('index.js')
const cleaner = await createCleaner()
const warm = hostile[name](0.01)
for (let i = 0; i < 3; i++) cleaner.clean(warm)
const input = hostile[name](Number(factor))

const before = process.cpuUsage()
const {markdown, problems} = cleaner.clean(input)
const {user, system} = process.cpuUsage(before)

if (typeof markdown !== 'string' || !Array.isArray(problems)) throw new Error('no answer')
process.stdout.write(String((user + system) / 1000))
