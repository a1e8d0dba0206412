/** Makes the calls that the shared contracts describe, and says in which of two ways one can go wrong. */
import { CALLER_HEADER, type Contract, type Method, pathFields } from '@tandem/shared/contracts/contract.ts'
import { Failure, isFailureCode } from '@tandem/shared/failure.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { z } from 'zod'
import { noteReachable } from './reachability.ts'
import { Unreachable } from './unreachable.ts'

/** How long an answer to a question may take, in ms. */
const READING_LIMIT = 8_000
/** How long a command may take before it is sent again, in ms. */
const COMMAND_LIMIT = 15_000

/** Makes one call. Refused: throws the `Failure` the server named. No answer at all: throws `Unreachable`. */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const { path, rest } = fillPath(contract.path, input ?? {})
  return contract.output.parse(await exchange(contract.method, path, rest))
}

/**
 * Sends a command that may be told twice, in the name of this person and nobody else who may be signed in by now. Its answer says no more than that it was
 * taken, so a newer server's is taken too. Fails as `call` does.
 */
export async function command({ method, path: pattern }: Contract, input: Readonly<Record<string, unknown>>, person: PersonId): Promise<void> {
  const { path, rest } = fillPath(pattern, input)
  await exchange(method, path, rest, { headers: { [CALLER_HEADER]: person }, limit: COMMAND_LIMIT })
}

interface Sending {
  readonly headers?: Readonly<Record<string, string>>
  /** After how many ms it is given up. */
  readonly limit?: number
}

/** Sends JSON and reads JSON, for the calls that no contract describes (the sign-in library's). Fails as `call` does. */
export async function exchange(method: Method, path: string, body: Readonly<Record<string, unknown>>, { headers = {}, limit }: Sending = {}): Promise<unknown> {
  // On a dead line nobody answers and nobody says so. Only what changes nothing, or may be told twice, may be given up half-way.
  const patience = limit ?? (method === 'GET' ? READING_LIMIT : undefined)
  const hasBody = method === 'POST' || method === 'PATCH'
  const response = await reach(withQuery(method, path, body), {
    method,
    credentials: 'same-origin',
    headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(patience === undefined ? {} : { signal: AbortSignal.timeout(patience) }),
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  })
  return readAnswer(response)
}

/** Sends bytes as they are and reads JSON. Fails as `call` does. */
export async function exchangeBytes(path: string, bytes: Blob): Promise<unknown> {
  return readAnswer(await reach(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream' }, body: bytes }))
}

/** Fetches bytes as they are. Fails as `call` does. */
export async function fetchBytes(path: string): Promise<Blob> {
  const response = await reach(path, { credentials: 'same-origin' })
  if (!response.ok) throw refusalIn(await readJson(response), response)
  try {
    return await response.blob()
  } catch (error) {
    throw new Unreachable(String(error))
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const answer = await readJson(response)
  if (response.ok) return answer
  throw refusalIn(answer, response)
}

function refusalIn(answer: unknown, response: Response): Error {
  const refusal = Refusal.safeParse(answer)
  if (!refusal.success) return new Unreachable(`status ${response.status} without a refusal`)
  const { code } = refusal.data
  return isFailureCode(code) ? new Failure(code) : new Failure('internal', { code })
}

const Refusal = z.object({ code: z.string() })

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(path, request)
    noteReachable(true)
    return response
  } catch (error) {
    // fetch rejects with a TypeError for every trouble of the network, with a TimeoutError after our own patience, and for nothing else that we could cause.
    noteReachable(false)
    throw new Unreachable(String(error))
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch (error) {
    // Not our server: a proxy in front of it, or a network that answers with its own sign-in page.
    throw new Unreachable(`${response.status} is not JSON: ${String(error)}`)
  }
}

/** Puts the input's fields into their places in the path; what has no place there is the rest. */
export function fillPath(path: string, input: Readonly<Record<string, unknown>>): { readonly path: string; readonly rest: Readonly<Record<string, unknown>> } {
  const inPath = pathFields(path)
  const filled = inPath.reduce((soFar, field) => soFar.replace(`:${field}`, encodeURIComponent(String(input[field]))), path)
  return { path: filled, rest: Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.includes(field))) }
}

function withQuery(method: Method, path: string, input: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(input).filter(([, value]) => value !== undefined)
  if (method !== 'GET' || fields.length === 0) return path
  return `${path}?${new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))}`
}
