/** `GET /metrics` for Prometheus. Who may not read them is told that there is nothing. */
import * as health from '@tandem/shared/contracts/health.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { FastifyInstance } from 'fastify'
import { collectMetrics, type MetricsSources } from './collect-metrics.ts'
import { mayReadMetrics, type MetricsGuard } from './metrics-access.ts'
import { formatMetrics, METRICS_TYPE } from './metrics-text.ts'

export function serveMetrics(app: FastifyInstance, guard: MetricsGuard, sources: MetricsSources): void {
  app.get(health.metrics.path, async (request, reply) => {
    if (!mayReadMetrics(guard, { peer: request.socket.remoteAddress, headers: request.headers })) throw new Failure('unknown-route')
    reply.type(METRICS_TYPE).header('cache-control', 'no-store')
    return formatMetrics(await collectMetrics(sources))
  })
}
