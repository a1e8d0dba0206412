/** Every limit of the server, once: its variable, its default, and what becomes of who goes beyond. LIMITS.md says the same for readers; a test keeps them equal. */

const KiB = 1024
const MiB = 1024 * KiB

interface Limit {
  /** The environment variable that sets it; 0 lifts it. */
  readonly variable: `LIMIT_${string}`
  readonly standard: number
}

export const LIMITS = {
  // How often, for calls and for the opening of connections alike
  signIns: { variable: 'LIMIT_SIGN_INS', standard: 200 },
  failedSignIns: { variable: 'LIMIT_FAILED_SIGN_INS', standard: 20 },
  calls: { variable: 'LIMIT_CALLS', standard: 3000 },
  framesPerSecond: { variable: 'LIMIT_FRAMES_PER_SECOND', standard: 20_000 },
  bytesPerSecond: { variable: 'LIMIT_BYTES_PER_SECOND', standard: 8 * MiB },

  // How much at once
  bodyBytes: { variable: 'LIMIT_BODY_BYTES', standard: 64 * KiB },
  fileBytes: { variable: 'LIMIT_FILE_BYTES', standard: 10 * MiB },
  frameBytes: { variable: 'LIMIT_FRAME_BYTES', standard: 8 * MiB },
  structs: { variable: 'LIMIT_STRUCTS', standard: 250_000 },
  presenceBytes: { variable: 'LIMIT_PRESENCE_BYTES', standard: 4 * KiB },
  unsentBytes: { variable: 'LIMIT_UNSENT_BYTES', standard: 4 * MiB },
  unsavedBytes: { variable: 'LIMIT_UNSAVED_BYTES', standard: 16 * MiB },

  // How much in all
  filesBytes: { variable: 'LIMIT_FILES_BYTES', standard: 1024 * MiB },
  documentBytes: { variable: 'LIMIT_DOCUMENT_BYTES', standard: 64 * MiB },
  clientIds: { variable: 'LIMIT_CLIENT_IDS', standard: 100_000 },
  connections: { variable: 'LIMIT_CONNECTIONS', standard: 20_000 },
  connectionsPerPerson: { variable: 'LIMIT_CONNECTIONS_PER_PERSON', standard: 2000 },
  connectionsPerRoom: { variable: 'LIMIT_CONNECTIONS_PER_ROOM', standard: 500 },
  journals: { variable: 'LIMIT_JOURNALS', standard: 1000 },
  members: { variable: 'LIMIT_MEMBERS', standard: 100 },
  rows: { variable: 'LIMIT_ROWS', standard: 5_000 },
  templates: { variable: 'LIMIT_TEMPLATES', standard: 100 },
  invitations: { variable: 'LIMIT_INVITATIONS', standard: 100 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/** The limits as they hold in this process; a lifted one is infinite. */
export type Limits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[]

export const STANDARD_LIMITS = Object.fromEntries(LIMIT_NAMES.map((name) => [name, LIMITS[name].standard])) as Limits

/** The part of a whole from which people are told that it is nearly full. */
export const NEARLY_FULL_PERCENT = 80
