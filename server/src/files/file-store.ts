/** Where the bytes of files are kept. A folder by default; an S3 bucket by configuration. What a file is called and who may see it, the database knows. */

export interface FileStore {
  /** [F1] Resolves only when the bytes are kept for good. [F2] The same key with the same bytes again is no trouble. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** [F3] Exactly the bytes that were put; `undefined` when there are none under this key. */
  get(key: string): Promise<Uint8Array | undefined>
}

/** [F4] Keys are letters, digits, dots and hyphens: nothing that could lead out of a folder or a bucket. Anything else is a defect and thrown. */
export function requireKey(key: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,150}$/.test(key) || key.includes('..')) throw new Error(`"${key}" is no key of a file`)
  return key
}
