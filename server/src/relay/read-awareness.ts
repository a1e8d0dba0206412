/** Reads an awareness message strictly (y-protocols/awareness): client ids with a clock and a JSON object, or null for one who is gone. */
import { createDecoder, hasContent, readVarString } from 'lib0/decoding'
import { readNumber } from './read-number.ts'

export interface AwarenessState {
  readonly client: number
  readonly clock: number
  readonly json: string
  readonly state: Readonly<Record<string, unknown>> | null
}

/** Reads the states; `undefined` for garbage. */
export function parseAwareness(bytes: Uint8Array): AwarenessState[] | undefined {
  const decoder = createDecoder(bytes)
  try {
    const states: AwarenessState[] = []
    for (let count = readNumber(decoder); count > 0; count--) {
      const client = readNumber(decoder)
      const clock = readNumber(decoder)
      const json = readVarString(decoder)
      const state: unknown = JSON.parse(json)
      if (typeof state !== 'object' || Array.isArray(state)) return undefined
      states.push({ client, clock, json, state: state as AwarenessState['state'] })
    }
    return hasContent(decoder) ? undefined : states
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
