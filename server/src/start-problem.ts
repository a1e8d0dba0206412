/** Why the server, or a command of its operator, cannot start: one sentence for the person who started it, printed before it ends with exit code 1. */
export class StartProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StartProblem'
  }
}
