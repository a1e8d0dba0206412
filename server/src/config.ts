/** The configuration: environment variables, read and checked once. The only file that reads the environment. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { LIMIT_NAMES, LIMITS, type Limits } from './limits/limits.ts'
import { StartProblem } from './start-problem.ts'

/** Everything the server can be told. Made by `readConfig`. */
export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The address people use, as an origin without a slash at the end; undefined where it is `http://localhost:<port>`. */
  readonly publicUrl: string | undefined
  /** Where mail is handed in; it may hold a password and must not be logged. */
  readonly smtpUrl: string | undefined
  /** Whom mail comes from. */
  readonly mailFrom: string
  /** The push services this server sends to. */
  readonly push: PushServices
  /** Addresses or networks whose X-Forwarded-* headers are believed; nobody's when empty. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  /** Who reads the metrics must bring it; undefined lets only this machine read them. */
  readonly metricsToken: string | undefined
  readonly invitationDays: number
  /** After a restored backup: for how many minutes from the start people may bring back each other's words. */
  readonly repairMinutes: number
  /** Where files are kept; undefined for a folder of the data folder. It holds a secret and must not be logged. */
  readonly s3: S3 | undefined
  readonly limits: Limits
}

export interface PushServices {
  /** Names of hosts; `*.` in front stands for all names below. Empty when nothing is pushed. */
  readonly hosts: readonly string[]
  /** Whether they may be in a private network: only those its operator has named. */
  readonly mayBePrivate: boolean
}

interface S3 {
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const LogLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent'])
type LogLevel = z.infer<typeof LogLevel>

interface Variable<Value extends z.ZodType> {
  readonly schema: Value
  /** Ends the sentence "PORT must be …". */
  readonly mustBe: string
  /** The value may be a secret and is not shown when it is wrong. */
  readonly secret?: true
}

function variable<Value extends z.ZodType>(definition: Variable<Value>): Variable<Value> {
  return definition
}

function wholeNumber(from: number, to: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to))
}

const limitOf = (standard: number) =>
  variable({
    schema: wholeNumber(0, 1_000_000_000_000)
      .transform((limit) => (limit === 0 ? Number.POSITIVE_INFINITY : limit))
      .default(standard),
    mustBe: 'a whole number; 0 lifts the limit',
  })

const Origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).pathname === '/' && !/[?#@]/.test(url))
  .transform((url) => new URL(url).origin)

const Networks = z.string().transform((list) => list.split(',').flatMap((part) => part.trim() || []))

/** Those of the browsers there are. */
const PUSH_SERVICES = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com']

const PushHosts = z
  .string()
  .transform((list) => (list === 'none' ? [] : list.split(',').flatMap((part) => part.trim().toLowerCase() || [])))
  .pipe(z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/)))

const VARIABLES = {
  PORT: variable({ schema: wholeNumber(0, 65_535).default(4000), mustBe: 'a whole number from 0 to 65535' }),
  HOST: variable({
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    mustBe: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  }),
  DATA_DIR: variable({
    schema: z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
    mustBe: 'a folder',
  }),
  PUBLIC_URL: variable({ schema: Origin.optional(), mustBe: 'an address without a path, such as https://tandem.example.org' }),
  SMTP_URL: variable({ schema: z.url({ protocol: /^smtps?$/ }).optional(), mustBe: 'an address that begins with smtp:// or smtps://', secret: true }),
  MAIL_FROM: variable({ schema: z.email().optional(), mustBe: 'an e-mail address, such as tandem@example.org' }),
  PUSH_SERVICES: variable({ schema: PushHosts.optional(), mustBe: 'names of hosts with commas between, such as push.example.org,*.push.example.com, or none' }),
  TRUSTED_PROXIES: variable({
    schema: Networks.pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))).default([]),
    mustBe: 'addresses or networks with commas between, such as 10.0.0.1,192.168.0.0/16',
  }),
  LOG_LEVEL: variable({ schema: LogLevel.default('info'), mustBe: 'debug, info, warn, error or silent' }),
  METRICS_TOKEN: variable({ schema: z.string().min(16).optional(), mustBe: 'a secret of at least 16 characters', secret: true }),
  INVITATION_DAYS: variable({ schema: wholeNumber(1, 365).default(14), mustBe: 'a whole number from 1 to 365' }),
  S3_URL: variable({ schema: z.url({ protocol: /^https?$/ }).optional(), mustBe: 'the address of a bucket, such as https://s3.example.org/tandem' }),
  S3_REGION: variable({ schema: z.string().default('us-east-1'), mustBe: 'a region' }),
  S3_ACCESS_KEY: variable({ schema: z.string().optional(), mustBe: 'the name of a key' }),
  S3_SECRET_KEY: variable({ schema: z.string().optional(), mustBe: 'a secret', secret: true }),
  REPAIR_MINUTES: variable({ schema: wholeNumber(0, 10_080).default(0), mustBe: 'a whole number of minutes up to 10080' }),
}

/** The names of all variables but the limits', for the README's test. */
export const VARIABLE_NAMES = Object.keys(VARIABLES)

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration. An empty variable counts as absent; a wrong one throws a StartProblem that names it. */
export function readConfig(environment: Environment = process.env): Config {
  const read: Read = (name, { schema, mustBe, secret }) => {
    const value = environment[name] || undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw new StartProblem(`${name} must be ${mustBe}${secret ? '' : `, not "${value}"`}.`)
  }
  const publicUrl = read('PUBLIC_URL', VARIABLES.PUBLIC_URL)
  return {
    port: read('PORT', VARIABLES.PORT),
    host: read('HOST', VARIABLES.HOST),
    dataDir: read('DATA_DIR', VARIABLES.DATA_DIR),
    publicUrl,
    smtpUrl: read('SMTP_URL', VARIABLES.SMTP_URL),
    mailFrom: read('MAIL_FROM', VARIABLES.MAIL_FROM) ?? `tandem@${publicUrl ? new URL(publicUrl).hostname : 'localhost'}`,
    push: readPush(read),
    trustedProxies: read('TRUSTED_PROXIES', VARIABLES.TRUSTED_PROXIES),
    logLevel: read('LOG_LEVEL', VARIABLES.LOG_LEVEL),
    metricsToken: read('METRICS_TOKEN', VARIABLES.METRICS_TOKEN),
    invitationDays: read('INVITATION_DAYS', VARIABLES.INVITATION_DAYS),
    repairMinutes: read('REPAIR_MINUTES', VARIABLES.REPAIR_MINUTES),
    s3: readS3(read),
    limits: readLimits(read),
  }
}

type Read = <Value extends z.ZodType>(name: string, variable: Variable<Value>) => z.output<Value>

function readPush(read: Read): PushServices {
  const hosts = read('PUSH_SERVICES', VARIABLES.PUSH_SERVICES)
  return hosts ? { hosts, mayBePrivate: true } : { hosts: PUSH_SERVICES, mayBePrivate: false }
}

function readS3(read: Read): S3 | undefined {
  const url = read('S3_URL', VARIABLES.S3_URL)
  if (!url) return undefined
  const accessKey = read('S3_ACCESS_KEY', VARIABLES.S3_ACCESS_KEY)
  const secretKey = read('S3_SECRET_KEY', VARIABLES.S3_SECRET_KEY)
  if (!accessKey || !secretKey) throw new StartProblem('S3_URL needs S3_ACCESS_KEY and S3_SECRET_KEY.')
  return { url, region: read('S3_REGION', VARIABLES.S3_REGION), accessKey, secretKey }
}

function readLimits(read: Read): Limits {
  const limits = LIMIT_NAMES.map((name) => [name, read(LIMITS[name].variable, limitOf(LIMITS[name].standard))])
  return Object.fromEntries(limits) as Limits
}

/**
 * Words are written in the threads that Node keeps for files and hashes: four, which could all be busy, become eight unless the operator has chosen. To be called before
 * the first of them is used.
 */
export function keepThreadsForWords(): void {
  process.env['UV_THREADPOOL_SIZE'] ??= '8'
}
