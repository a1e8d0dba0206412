/** All calls of being told. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { type ConfirmParts, serveConfirmation } from './confirm-routes.ts'
import { type NoticeParts, serveNotices } from './notice-routes.ts'
import { type PushRouteParts, servePush } from './push-routes.ts'
import { serveNotificationSettings, type SettingsParts } from './settings-routes.ts'
import { serveUnsubscribe, type UnsubscribeParts } from './unsubscribe-routes.ts'

export async function serveNotifications(app: App, parts: NoticeParts & SettingsParts & UnsubscribeParts & ConfirmParts & PushRouteParts): Promise<void> {
  serveNotices(app, parts)
  serveNotificationSettings(app, parts)
  serveConfirmation(app, parts)
  servePush(app, parts)
  await app.register(async (scope) => {
    takeForms(scope)
    scope.addHook('onRequest', leadToPage)
    serveUnsubscribe(scope as App, parts)
  })
}

/** Mail programs post a form (RFC 8058); what it says is in the address already. Only here: no other call takes what another site's page could send. */
function takeForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer' }, (_request, _body, done) =>
    done(null, undefined),
  )
}

/** Mail programs that cannot post open the address in a browser. */
async function leadToPage(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method === 'GET' && request.headers.accept?.includes('text/html')) await reply.redirect(request.url.replace(/^\/api/, ''), 303)
}
