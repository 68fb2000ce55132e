import { nanoid } from 'nanoid'
import type { Anchor } from '../../shared/review/anchor'
import type { RecordOf, ReviewRecord } from '../../shared/review/record'

/** All of a section. */
export const wholeSection = (section = 'report'): Anchor => ({
  ...{ section, sectionTitle: 'Mục', target: { kind: 'section' }, quote: '', before: '', after: '' },
})

type Said = Partial<Pick<ReviewRecord, 'id' | 'author' | 'at'>>

const about = (said: Said) => ({ id: nanoid(12), author: 'self', at: new Date().toISOString(), ...said })

/** A remark about all of the report, unless said otherwise. */
export const remark = (
  text: string,
  said: Said & { anchor?: Anchor } = {},
): RecordOf<'annotation.added'> => ({
  ...{ kind: 'annotation.added', anchor: wholeSection(), text, mentions: [] },
  ...about(said),
})

export const reply = (of: string, text: string, said: Said = {}): RecordOf<'annotation.replied'> => ({
  ...{ kind: 'annotation.replied', of, text, mentions: [] },
  ...about(said),
})

export const edited = (of: string, text: string, said: Said = {}): RecordOf<'annotation.edited'> => ({
  ...{ kind: 'annotation.edited', of, text, mentions: [] },
  ...about(said),
})

export const resolved = (of: string, said: Said = {}): RecordOf<'annotation.resolved'> => ({
  ...{ kind: 'annotation.resolved', of },
  ...about(said),
})
