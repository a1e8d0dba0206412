/** lib0's variable-length unsigned integers, read and written in place: the load generator must cost much less than what it measures. */

/** Writes `value` at `at` and returns the position after it. */
export function writeVarUint(target: Uint8Array, at: number, value: number): number {
  let position = at
  let rest = value
  while (rest > 127) {
    target[position] = (rest % 128) | 128
    rest = Math.floor(rest / 128)
    position += 1
  }
  target[position] = rest
  return position + 1
}

/** A position in received bytes that moves as it reads. Reading past the end gives zeros. */
export class Cursor {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0

  over(bytes: Uint8Array, at: number): this {
    this.bytes = bytes
    this.at = at
    return this
  }

  readByte(): number {
    const byte = this.bytes[this.at] ?? 0
    this.at += 1
    return byte
  }

  readVarUint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.readByte()
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }
}
