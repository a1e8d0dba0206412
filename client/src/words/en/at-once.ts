/** The English that the first screen needs. */
import { screens } from './screens.ts'

export const atOnce = { screens }

/** The shape of every language's first words. */
export type AtOnce = typeof atOnce
