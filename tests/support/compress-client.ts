/** After the client's build: each text file also compressed, so that the server only has to send it. Half of a first visit is waiting for these bytes. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ROOT } from './steps.ts'

const DIST = join(ROOT, 'client/dist')
const TEXT = /\.(js|css|html|svg|json|webmanifest)$/
/** Smaller files fit into one packet as they are. */
const WORTH_IT = 1400

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

for (const name of await readdir(DIST, { recursive: true })) {
  if (!TEXT.test(name)) continue
  const path = join(DIST, name)
  const bytes = await readFile(path)
  if (bytes.length < WORTH_IT) continue
  await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
  await writeFile(`${path}.gz`, await deflate(bytes, { level: 9 }))
}
