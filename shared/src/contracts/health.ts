/** Whether the server lives and works, and how hard; for supervisors and tests. */
import { z } from 'zod'
import { contract } from './contract.ts'

const Ok = z.object({ ok: z.literal(true) })

/** The process answers. */
export const health = contract({ method: 'GET', path: '/api/health', input: z.object({}), output: Ok })

/** It takes people and can store: refused with `cannot-store` while it cannot, and with `stopping` once it was told to stop. */
export const ready = contract({ method: 'GET', path: '/api/ready', input: z.object({}), output: Ok })

/** Prometheus's text. For who may not read it there is nothing at this address. */
export const metrics = contract({ method: 'GET', path: '/metrics', input: z.object({}), output: z.string() })
