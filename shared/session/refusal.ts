import { words } from './words'

export type SessionRefusalCode = keyof typeof words

/** A door that stays shut, and what the person is told. */
export interface SessionRefusal {
  readonly refused: SessionRefusalCode
  readonly message: string
}

export const refuse = (refused: SessionRefusalCode): SessionRefusal => ({ refused, message: words[refused] })

export const isRefusal = (answer: object): answer is SessionRefusal => 'refused' in answer
