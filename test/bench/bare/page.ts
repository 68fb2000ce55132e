import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

// The editor that everybody starts from: headings and paragraphs one after the other, and nothing else.

const schema = new Schema({
  nodes: {
    doc: { content: '(heading | paragraph)+' },
    heading: {
      content: 'text*',
      attrs: { level: { default: 1 } },
      toDOM: node => [`h${node.attrs['level'] as number}`, 0],
    },
    paragraph: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
})

declare const blocks: readonly { readonly level: number; readonly text: string }[]

const nodes = blocks.map(({ level, text }) =>
  (level > 0 ? schema.nodes.heading : schema.nodes.paragraph).create(
    { level },
    text ? schema.text(text) : null,
  ),
)
const state = EditorState.create({ doc: schema.node('doc', null, nodes), plugins: [keymap(baseKeymap)] })
new EditorView(document.body, { state })
