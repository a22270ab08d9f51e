/** Plain text stands with the other outputs: jobs write it, too. */
export {plainText, type Plain} from '../output/plainText.ts'
