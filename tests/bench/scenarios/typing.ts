/** The scenarios in which people type: how much, at what cost, how soon. */
import { atLeast, atMost } from '../goals.ts'
import { measureTyping } from '../measure-typing.ts'
import type { Scenario } from '../scenario.ts'

const STALL_LIMIT_MS = 20

export const flood: Scenario = {
  name: 'flood',
  title: '50 rooms × 2, one writer each, window 16, as fast as possible',
  run: async (bench) => {
    const figures = await measureTyping(bench, { rooms: 50, people: 2, behaviour: { kind: 'window', window: 16, timing: bench.timing } })
    return [
      {
        figure: 'updates',
        unit: '/s',
        values: figures('updatesPerSecond'),
        goals: [atLeast(5, 'Hocuspocus'), atLeast(4, 'classical'), atLeast(0.5, 'broadcast')],
      },
      { figure: 'CPU per update', unit: 'µs', values: figures('cpuPerUpdate'), goals: [] },
      { figure: 'fan-out p99', unit: 'ms', values: figures('fanOutP99'), goals: [] },
      { figure: 'loop stall p99', unit: 'ms', values: figures('stallP99'), goals: [atMost(STALL_LIMIT_MS)] },
    ]
  },
}

export const single: Scenario = {
  name: 'single',
  title: '400 rooms × 2, one writer each, window 1 (nothing to join into one write)',
  run: async (bench) => {
    const figures = await measureTyping(bench, { rooms: 400, people: 2, behaviour: { kind: 'window', window: 1, timing: bench.timing } })
    return [
      { figure: 'CPU per update', unit: 'µs', values: figures('cpuPerUpdate'), goals: [atMost(0.4, 'Hocuspocus'), atMost(2.5, 'broadcast')] },
      { figure: 'updates', unit: '/s', values: figures('updatesPerSecond'), goals: [] },
      { figure: 'loop stall p99', unit: 'ms', values: figures('stallP99'), goals: [atMost(STALL_LIMIT_MS)] },
    ]
  },
}

export const calls: Scenario = {
  name: 'calls',
  title: '200 rooms × 2, everybody types 5/s (pair calls)',
  run: async (bench) => {
    const figures = await measureTyping(bench, { rooms: 200, people: 2, behaviour: { kind: 'pace', writers: 2, perSecond: 5, timing: bench.pacedTiming } })
    return [
      { figure: 'CPU per delivered update', unit: 'µs', values: figures('cpuPerDelivered'), goals: [atMost(0.6, 'Hocuspocus')] },
      { figure: 'fan-out p50', unit: 'ms', values: figures('fanOutP50'), goals: [] },
      { figure: 'fan-out p99', unit: 'ms', values: figures('fanOutP99'), goals: [atMost(10)] },
      { figure: 'durable ack p99', unit: 'ms', values: figures('ackP99'), goals: [] },
      { figure: 'loop stall p99', unit: 'ms', values: figures('stallP99'), goals: [atMost(STALL_LIMIT_MS)] },
    ]
  },
}

export const crowd: Scenario = {
  name: 'crowd',
  title: '1 room × 50, five type 10/s',
  run: async (bench) => {
    const figures = await measureTyping(bench, { rooms: 1, people: 50, behaviour: { kind: 'pace', writers: 5, perSecond: 10, timing: bench.pacedTiming } })
    return [
      { figure: 'CPU per delivered update', unit: 'µs', values: figures('cpuPerDelivered'), goals: [atMost(0.6, 'Hocuspocus')] },
      { figure: 'fan-out p50', unit: 'ms', values: figures('fanOutP50'), goals: [] },
      { figure: 'fan-out p99', unit: 'ms', values: figures('fanOutP99'), goals: [atMost(25)] },
      { figure: 'durable ack p99', unit: 'ms', values: figures('ackP99'), goals: [] },
      { figure: 'loop stall p99', unit: 'ms', values: figures('stallP99'), goals: [atMost(STALL_LIMIT_MS)] },
    ]
  },
}
