/** What the tests need from the machine beside Node: found, installed where that is possible, or plainly named as missing. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, hasFastChromium } from './browser.ts'
import { findCompiler } from './compiler.ts'

interface Part {
  readonly name: string
  /** The Debian packages that bring it. */
  readonly debian: string
  /** The test projects that cannot run without it, or the parts of one. */
  readonly neededBy: readonly string[]
  isHere(): boolean
  /** Whether the packages would bring nothing better; unless given, whether it is here. */
  isBest?(): boolean
}

const PARTS: readonly Part[] = [
  {
    name: 'Chromium',
    debian: 'chromium chromium-headless-shell',
    neededBy: ['browser'],
    isHere: () => findChromium() !== undefined,
    isBest: () => findChromium() !== undefined && hasFastChromium(),
  },
  { name: 'A C compiler', debian: 'gcc libc6-dev', neededBy: ['the failing disks of faults'], isHere: () => findCompiler() !== undefined },
]

export interface MissingPart {
  readonly neededBy: readonly string[]
  /** One sentence: what is missing and how to get it. */
  readonly words: string
}

/** Installs what is missing when this is root on a Debian machine; answers what is still missing then. */
export function prepareMachine(): MissingPart[] {
  const wanted = PARTS.filter((part) => !(part.isBest?.() ?? part.isHere()))
  if (wanted.length > 0 && mayInstall()) install(wanted.flatMap((part) => part.debian.split(' ')))
  return wanted
    .filter((part) => !part.isHere())
    .map((part) => ({
      neededBy: part.neededBy,
      words: `${part.name} is missing (Debian: apt-get install ${part.debian}); without it these do not run: ${part.neededBy.join(', ')}.`,
    }))
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args: readonly string[]) => spawnSync('apt-get', [...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  if (!apt(['update', '-qq']) || !apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])) console.log('The installation did not succeed.')
}
