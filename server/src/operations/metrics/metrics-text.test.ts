import { expect, test } from 'vitest'
import { Histogram } from '../../histogram.ts'
import { formatMetrics } from './metrics-text.ts'

test('a counter with labels, whatever stands in them', () => {
  const samples = [{ labels: { on: 'call', code: 'a "b"\\\n' }, value: 3 }]
  expect(formatMetrics([{ kind: 'counter', name: 'refused_total', help: 'Refused.', samples }])).toBe(
    '# HELP refused_total Refused.\n# TYPE refused_total counter\nrefused_total{on="call",code="a \\"b\\"\\\\\\n"} 3\n',
  )
})

test('a histogram in seconds, its buckets adding up to the count', () => {
  const histogram = new Histogram()
  histogram.observe(3)
  histogram.observe(30_000)
  const text = formatMetrics([{ kind: 'histogram', name: 'commit_seconds', help: 'Commits.', histogram }])
  expect(text).toContain('# TYPE commit_seconds histogram\ncommit_seconds_bucket{le="0.001"} 0\n')
  expect(text).toContain('commit_seconds_bucket{le="0.005"} 1\n')
  expect(text).toContain('commit_seconds_bucket{le="+Inf"} 2\ncommit_seconds_sum 30.003\ncommit_seconds_count 2\n')
})
