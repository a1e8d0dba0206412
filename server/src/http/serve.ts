/** Binds a contract to a handler: the input is checked, the person is known, the output is what the contract says. */
import { CALLER_HEADER, type Contract } from '@tandem/shared/contracts/contract.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { App, Caller } from './app.ts'
import { codeOfInput } from './input-refusals.ts'

interface Asked<Input extends z.ZodType> {
  readonly input: z.output<Input>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a handler of a signed-in person is given. */
export type Call<Input extends z.ZodType> = Asked<Input> & Caller

/** What a handler that also serves strangers is given. */
export type OpenCall<Input extends z.ZodType> = Asked<Input> & { readonly caller: Caller | undefined }

/** A route for signed-in people. Everybody else is refused with `signed-out` before the input is looked at. */
export function serve<Input extends z.ZodType, Output extends z.ZodType>(
  app: App,
  contract: Contract<Input, Output>,
  handle: (call: Call<Input>) => Promise<z.input<Output>>,
): void {
  addRoute(app, contract, (caller, asked) => {
    if (!caller) throw new Failure('signed-out')
    return handle({ ...asked(), ...caller })
  })
}

/** A route that may be called without a sign-in too. */
export function serveAnyone<Input extends z.ZodType, Output extends z.ZodType>(
  app: App,
  contract: Contract<Input, Output>,
  handle: (call: OpenCall<Input>) => Promise<z.input<Output>>,
): void {
  addRoute(app, contract, (caller, asked) => handle({ ...asked(), caller }))
}

type Answer<Input extends z.ZodType, Output extends z.ZodType> = (caller: Caller | undefined, asked: () => Asked<Input>) => Promise<z.input<Output>>

function addRoute<Input extends z.ZodType, Output extends z.ZodType>(app: App, contract: Contract<Input, Output>, answer: Answer<Input, Output>): void {
  app.route({
    method: contract.method,
    url: contract.path,
    handler: async (request, reply) => {
      const caller = await app.findCaller(request)
      refuseAnother(request, caller)
      app.limits.countCall(request, reply, caller?.person)
      return contract.output.parse(await answer(caller, () => ({ input: parseInput(contract, request), request, reply })))
    },
  })
}

/** What waited in a browser is sent by whoever is signed in there by then: a call that says whose it is is refused under another's cookie. */
function refuseAnother(request: FastifyRequest, caller: Caller | undefined): void {
  const meant = request.headers[CALLER_HEADER]
  if (meant !== undefined && meant !== caller?.person) throw new Failure('signed-out')
}

/** The path's fields win over the body's, so that nobody is checked for one journal and served another. */
function parseInput<Input extends z.ZodType>(contract: Contract<Input>, request: FastifyRequest): z.output<Input> {
  const rest = contract.method === 'GET' ? request.query : (request.body ?? {})
  if (typeof rest !== 'object' || Array.isArray(rest)) throw new Failure('malformed-input')
  const parsed = contract.input.safeParse({ ...rest, ...(request.params as object) })
  if (!parsed.success) throw new Failure(codeOfInput(contract.path, parsed.error))
  return parsed.data
}
