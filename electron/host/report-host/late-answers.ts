import type { Port } from './port'

interface Question {
  readonly vector: Uint8Array
  readonly times: number
}

/**
 * Questions of machines that wait while the disk fails: an answer says "what you wrote is on the disk". Each is
 * answered later as often as it was asked, because who asks counts the answers.
 */
export interface LateAnswers {
  readonly hold: (port: Port, vector: Uint8Array) => void
  readonly give: (answer: (port: Port, vector: Uint8Array) => void) => void
  readonly left: (port: Port) => void
}

export function createLateAnswers(): LateAnswers {
  const questions = new Map<Port, Question>()
  return {
    hold: (port, vector) => questions.set(port, { vector, times: (questions.get(port)?.times ?? 0) + 1 }),
    give: answer => {
      for (const [port, { vector, times }] of questions)
        for (let time = 0; time < times; time++) answer(port, vector)
      questions.clear()
    },
    left: port => void questions.delete(port),
  }
}
