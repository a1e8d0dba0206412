/**
 * Passwords are hashed a few at a time. A hash (scrypt, N = 16,384, r = 16) takes 32 MB and keeps one of the few threads that files are written in busy for 70 ms: however
 * many sign in at once, nobody's words wait for them.
 */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { Turns } from '../database/turns.ts'

const AT_ONCE = 2

interface Hashing {
  hash(password: string): Promise<string>
  verify(asked: { hash: string; password: string }): Promise<boolean>
}

/** What better-auth is given to make and compare hashes with: by its own way unless told otherwise. */
export function hashInTurns({ hash, verify }: Hashing = { hash: hashPassword, verify: verifyPassword }): Hashing {
  const turns = new Turns(AT_ONCE)
  const inTurn = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    await turns.take()
    try {
      return await act()
    } finally {
      turns.end()
    }
  }
  return { hash: (password) => inTurn(() => hash(password)), verify: (asked) => inTurn(() => verify(asked)) }
}
