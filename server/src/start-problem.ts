/** Why the server cannot start: one sentence for the person who starts it. `main.ts` prints it and exits with code 1. */
export class StartProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StartProblem'
  }
}
