/** The calls of a signed-in person about themselves. */
import * as me from '@tandem/shared/contracts/me.ts'
import type { App } from '../http/app.ts'
import { requestHeaders } from '../http/request-headers.ts'
import { serve } from '../http/serve.ts'
import type { Auth } from './better-auth.ts'
import { findKeptEmail, keepPerson } from './keep.ts'
import { endSignIn, listSignIns, renewSignIn } from './sign-ins.ts'

export function serveMe(app: App, auth: Auth): void {
  // Every opening of the app asks this, so this is where a sign-in is prolonged.
  serve(app, me.get, async ({ person, name, request, reply }) => {
    const cookies = await renewSignIn(auth, requestHeaders(request))
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    return { id: person, name, email: (await findKeptEmail(auth, person)) ?? null }
  })

  serve(app, me.rename, async ({ person, input }) => {
    const { internalAdapter } = await auth.$context
    await internalAdapter.updateUser(person, { name: input.name })
    return {}
  })

  serve(app, me.keep, async ({ person, input }) => {
    await keepPerson(auth, person, input)
    return {}
  })

  serve(app, me.listSignIns, async ({ person, signIn }) => ({ signIns: await listSignIns(auth, person, signIn) }))

  serve(app, me.endSignIn, async ({ person, input }) => {
    await endSignIn(auth, person, input.id)
    return {}
  })
}
