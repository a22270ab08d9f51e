/** Started by `isolated.ts`. */
import {runChild} from './child.ts'

runChild()
