/** Failures told on the websocket, at its upgrade or by the page; their tests are the relay's and the browsers'. */
export const WIRE_ONLY = [
  'unknown-document',
  'schema-too-old',
  'schema-unknown',
  'malformed-frame',
  'frame-too-large',
  'document-too-large',
  'read-only',
  'missing-updates',
  'foreign-client-id',
  'broken-document',
  'slow-reader',
  'too-many-connections',
  'role-changed',
  'stopping',
]
