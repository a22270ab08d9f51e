/** Quick form of the soak of the same name: every regular expression on attacks of doubling length. */
import {regexes} from '../soak/regexes.js'
import {check} from './system.js'

export async function test() {
  const wrong = await regexes({quick: true})
  check(wrong.length === 0, wrong.join('\n'))
}
