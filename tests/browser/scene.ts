/** A server and a browser for a test, and the people in it: each a browser profile of their own, watched for what should not happen. */
import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core'
import { type BrowserOptions, launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

export const WIDE: ViewportSize = { width: 1280, height: 860 }
export const PHONE: ViewportSize = { width: 390, height: 844 }

/**
 * What the browser itself reports when a connection is cut, when a call is refused, and when a script leaves a page that is still
 * sending and nobody has touched, so that it may not ask: tests do all three on purpose.
 */
const EXPECTED = /net::ERR_|WebSocket connection to|Failed to load resource|Blocked attempt to show a 'beforeunload' confirmation/

/** What a person does or sees may take so long, ms: several browsers share two cores. */
const PATIENCE = 90_000

export interface VisitorOptions {
  readonly viewport?: ViewportSize
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly hasTouch?: boolean
  /** Where this person's browser goes instead of the server: a proxy that can be cut. */
  readonly address?: string
}

/** One person at a browser. */
export interface Visitor {
  readonly name: string
  readonly address: string
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of scripts, the console and the content security policy. */
  readonly problems: readonly string[]
}

export interface Scene {
  readonly server: TestServer
  readonly browser: Browser
  /** Somebody comes with a fresh browser profile. */
  arrive(name: string, options?: VisitorOptions): Promise<Visitor>
  /** Everything that went wrong in anybody's browser so far. */
  problems(): string[]
  [Symbol.asyncDispose](): Promise<void>
}

/** `env` is added to the server's. */
export async function openScene(env: Readonly<Record<string, string>> = {}, browserOptions: BrowserOptions = {}): Promise<Scene> {
  const server = await startServer({ env })
  const browser = await launchBrowser(browserOptions)
  const visitors: Visitor[] = []
  return {
    server,
    browser,
    arrive: async (name, options = {}) => {
      const visitor = await open(browser, { name, address: server.address, ...options })
      visitors.push(visitor)
      return visitor
    },
    problems: () => visitors.flatMap((visitor) => visitor.problems.map((problem) => `${visitor.name}: ${problem}`)),
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

async function open(browser: Browser, { name, address, ...options }: VisitorOptions & { name: string; address: string }): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: options.viewport ?? WIDE,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    hasTouch: options.hasTouch ?? false,
    locale: 'en-GB',
    baseURL: address,
  })
  context.setDefaultTimeout(PATIENCE)
  const problems: string[] = []
  const watch = (page: Page) => {
    page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text())
    })
  }
  context.on('page', watch)
  return { name, address, context, page: await context.newPage(), problems }
}
