/** The pipeline is this list: order is meaning. */
import type {Pass} from './page/pass.ts'
import {captions} from './passes/captions.ts'
import {comments} from './passes/comments.ts'
import {debris} from './passes/debris.ts'
import {duplicates} from './passes/duplicates.ts'
import {emptied} from './passes/emptied.ts'
import {ends} from './passes/ends.ts'
import {figures} from './passes/figures.ts'
import {hidden} from './passes/hidden.ts'
import {hostRepeats} from './passes/hostRepeats.ts'
import {insideText} from './passes/insideText.ts'
import {landmarks} from './passes/landmarks.ts'
import {leakedCode} from './passes/leakedCode.ts'
import {linkLists} from './passes/linkLists.ts'
import {mainContent} from './passes/mainContent.ts'
import {placeholders} from './passes/placeholders.ts'
import {rescue} from './passes/rescue.ts'
import {scaffold} from './passes/scaffold.ts'
import {selectors} from './passes/selectors.ts'
import {sections} from './passes/sections.ts'
import {selfCheck} from './passes/selfCheck.ts'
import {titleBlock} from './passes/titleBlock.ts'

export const passes: readonly Pass[] = Object.freeze([
  selectors, hidden, landmarks, linkLists, mainContent, comments, selfCheck, sections, figures, insideText, ends, hostRepeats, leakedCode, placeholders, debris, scaffold, captions, titleBlock, duplicates, emptied, rescue,
])
