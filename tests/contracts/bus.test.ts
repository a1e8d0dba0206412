/** Which buses keep the promises. */
import { setImmediate } from 'node:timers/promises'
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import { busContract } from './bus.ts'

busContract('of one process', () => {
  const defects: unknown[] = []
  return { bus: inProcessBus((defect) => defects.push(defect)), defects, delivered: setImmediate }
})
