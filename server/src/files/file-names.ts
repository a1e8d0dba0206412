/** What files are called in the data folder and in a backup. */

/** The folder of the data folder that holds them. */
export const FILES_FOLDER = 'files'

const PREFIX = `${FILES_FOLDER}.`

/** The name of a file in a backup, whose members have no folders. */
export function nameInBackup(key: string): string {
  return `${PREFIX}${key}`
}

/** The key of a member of a backup that is a file; `undefined` for all others. */
export function keyOfMember(name: string): string | undefined {
  return /^files\.[0-9a-f-]{36}\.[0-9a-f-]{36}$/.test(name) ? name.slice(PREFIX.length) : undefined
}
