/** The German that the first screen needs. */
import type { AtOnce } from '../en/at-once.ts'
import { screens } from './screens.ts'

export const atOnce: AtOnce = { screens }
