/** Hocuspocus as its documentation sets it up: the server with its SQLite extension, all defaults. Arguments: the folder it is installed in, the database file. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface HocuspocusServer {
  readonly httpServer: { address(): { port: number } }
  listen(): Promise<unknown>
}

interface Installed {
  readonly Server: new (configuration: { port: number; address: string; quiet: boolean; extensions: unknown[] }) => HocuspocusServer
  readonly SQLite: new (configuration: { database: string }) => unknown
}

const [folder = '', database = ''] = process.argv.slice(2)
const load = createRequire(join(folder, 'package.json'))
const { Server } = load('@hocuspocus/server') as Installed
const { SQLite } = load('@hocuspocus/extension-sqlite') as Installed

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions: [new SQLite({ database })] })
await server.listen()
console.log(`Hocuspocus is ready at http://127.0.0.1:${server.httpServer.address().port}`)
