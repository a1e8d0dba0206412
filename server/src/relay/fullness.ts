/** How much of what a document may grow to it has used: people are told before it is full, while everything can still be written. */
import { NEARLY_FULL_PERCENT } from '../limits/limits.ts'

export interface DocumentSize {
  readonly bytes: number
  readonly clientIds: number
}

const STEP = 5

/** 0 below 80 percent; from there on in steps, so that people are told now and then and not with every word. Full stays 100. */
export function fullnessOf(used: DocumentSize, limits: { readonly documentBytes: number; readonly clientIds: number }): number {
  const part = Math.max(used.bytes / limits.documentBytes, used.clientIds / limits.clientIds)
  const percent = Math.min(100, Math.floor((part * 100) / STEP) * STEP)
  return percent < NEARLY_FULL_PERCENT ? 0 : percent
}
