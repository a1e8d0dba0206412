/** The other way a call goes wrong: not refused, but never answered. */

/** No answer came: no network, or a server that is down. Nothing is known to have changed; trying again later is right. */
export class Unreachable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Unreachable'
  }
}
