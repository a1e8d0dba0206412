/** Real Chromium for tests. Where it is comes from CHROMIUM, or the usual places of a Debian machine. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
/** The same engine without the browser around it: what the stories do takes a quarter less time in it. It knows no messages from a push service. */
const HEADLESS = '/usr/bin/chromium-headless-shell'

/** Where a cuttable line listens; people behind it go to `localhost`. It has the server's port, so that the server takes their origin as its own. */
export const LINE_HOST = '127.0.0.2'

const FLAGS = [
  `--host-resolver-rules=MAP localhost ${LINE_HOST}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The path of a Chromium on this machine, or `undefined`. */
export function findChromium(): string | undefined {
  const places = process.env['CHROMIUM'] ? [process.env['CHROMIUM']] : USUAL_PLACES
  return places.find((place) => existsSync(place))
}

/** Whether stories run as fast as they can. */
export function hasFastChromium(): boolean {
  return Boolean(process.env['CHROMIUM']) || existsSync(HEADLESS)
}

export interface BrowserOptions {
  /** A browser with all that is around the engine. */
  readonly isWhole?: boolean
}

/** Starts Chromium without a window. Each person of a test is a context of their own in it: own cookies, own storage. */
export function launchBrowser({ isWhole = false }: BrowserOptions = {}): Promise<Browser> {
  const executablePath = !isWhole && !process.env['CHROMIUM'] && existsSync(HEADLESS) ? HEADLESS : findChromium()
  if (!executablePath) throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.')
  return chromium.launch({ executablePath, args: FLAGS })
}
