/** Whether the server lives and works; for supervisors and tests. */
import { z } from 'zod'
import { contract } from './contract.ts'

const Ok = z.object({ ok: z.literal(true) })

/** The process answers. */
export const health = contract({ method: 'GET', path: '/api/health', input: z.object({}), output: Ok })

/** It can store: refused with `cannot-store` while it cannot. */
export const ready = contract({ method: 'GET', path: '/api/ready', input: z.object({}), output: Ok })
