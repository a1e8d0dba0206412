/** How long this browser's storage may take to answer. Longer, and it is stuck behind another tab or in a broken profile: go on without. */
import type { Millis } from '@tandem/shared/ids.ts'

export const DEVICE_PATIENCE: Millis = 3_000
