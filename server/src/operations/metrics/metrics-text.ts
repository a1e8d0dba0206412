/** Prometheus's text format, version 0.0.4. Metrics are plain values read at the moment somebody asks, so that counting costs an addition and needs no library. */
import type { Histogram } from '../../histogram.ts'

/** One line: a value and what tells it apart from its neighbours. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

export type Metric =
  | { readonly kind: 'counter' | 'gauge'; readonly name: string; readonly help: string; readonly samples: readonly Sample[] }
  /** Milliseconds in the histogram, seconds in the text. */
  | { readonly kind: 'histogram'; readonly name: string; readonly help: string; readonly histogram: Histogram }

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export function formatMetrics(metrics: readonly Metric[]): string {
  return metrics.map((metric) => `# HELP ${metric.name} ${metric.help}\n# TYPE ${metric.name} ${metric.kind}\n${linesOf(metric)}`).join('')
}

function linesOf(metric: Metric): string {
  if (metric.kind !== 'histogram') return metric.samples.map((sample) => line(metric.name, sample)).join('')
  const { name, histogram } = metric
  const buckets = histogram.buckets()
  return [
    ...buckets.map(({ upTo, count }) =>
      line(`${name}_bucket`, { labels: { le: upTo === Number.POSITIVE_INFINITY ? '+Inf' : String(upTo / 1000) }, value: count }),
    ),
    line(`${name}_sum`, { value: histogram.sum / 1000 }),
    line(`${name}_count`, { value: buckets.at(-1)?.count ?? 0 }),
  ].join('')
}

function line(name: string, { labels = {}, value }: Sample): string {
  const told = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
  return `${name}${told.length > 0 ? `{${told.join(',')}}` : ''} ${value}\n`
}
