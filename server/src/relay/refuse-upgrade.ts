/** Answers an upgrade that is not accepted: a plain HTTP response with the failure, for a program; browsers hide it from the page. */
import type { Duplex } from 'node:stream'
import { STATUS_CODES } from 'node:http'
import { type FailureCode, failureKind } from '@tandem/shared/failure.ts'

export function refuseUpgrade(stream: Duplex, code: FailureCode): void {
  if (!stream.writable) {
    stream.destroy()
    return
  }
  const { status, words } = failureKind(code)
  const body = Buffer.from(JSON.stringify({ code, message: words }))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    'Cache-Control: no-store',
    `Content-Length: ${body.length}`,
  ]
  stream.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}
