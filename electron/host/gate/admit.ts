import {
  ContentAny,
  ContentFormat,
  ContentString,
  ContentType,
  Map as YMap,
  XmlElement,
  XmlFragment,
  XmlText,
  type Item,
} from 'yjs'
import { attributeRule, isMarkValue } from '../../../shared/gate/attribute-values'
import { refuse } from './refusal'
import { childOf, markOf, type Shape } from './shapes'

type Content = Item['content']

/**
 * Refuses content that may not stand in such a place; returns the inside of what it holds, or null where it holds nothing.
 * `key` is the attribute or record key, null among the children.
 */
export function admit(shape: Shape, key: string | null, content: Content): Shape | null {
  switch (shape.kind) {
    case 'words':
      return key === null ? admitWords(shape, content) : unknown(`Attribute ${key} of words`)
    case 'element':
      return key === null ? admitChild(shape, content) : admitAttribute(shape, key, content)
    case 'record':
      return key === null ? unknown('Record without a key') : admitEntry(shape, key, content)
  }
}

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>

function admitWords({ schema }: ShapeOf<'words'>, content: Content): null {
  if (content instanceof ContentString) return null
  if (!(content instanceof ContentFormat)) return unknown('Something other than words among words')
  const mark = markOf(schema, content.key)
  if (!mark) return unknown(`Mark ${content.key}`)
  const { value } = content as { value: unknown }
  return value === null || isMarkValue(mark, value) ? null : unknown(`Value of mark ${content.key}`)
}

function admitChild({ node }: ShapeOf<'element'>, content: Content): Shape {
  const type: unknown = content instanceof ContentType ? content.type : null
  if (isExactly(type, XmlText) && node.inlineContent) return { kind: 'words', schema: node.schema }
  if (!isExactly(type, XmlElement)) return unknown(`Neither words nor a node in ${node.name}`)
  const child = type.nodeName === 'text' ? undefined : childOf(node, type.nodeName)
  return child ? { kind: 'element', node: child } : unknown(`Node ${type.nodeName} in ${node.name}`)
}

function admitAttribute({ node }: ShapeOf<'element'>, name: string, content: Content): null {
  const accepts = attributeRule(node, name)
  if (!accepts) return unknown(`Attribute ${name} of ${node.name}`)
  // More than one value: earlier ones that were overwritten and are kept for undo.
  const isKnown = content instanceof ContentAny && content.arr.every(accepts)
  return isKnown ? null : unknown(`Value of ${name} of ${node.name}`)
}

function admitEntry({ entry }: ShapeOf<'record'>, key: string, content: Content): Shape | null {
  const rule = entry(key)
  if (!rule) return unknown(`Key ${key}`)
  if (rule.kind === 'value') {
    const isKnown = content instanceof ContentAny && content.arr.every(rule.accepts)
    return isKnown ? null : unknown(`Value of ${key}`)
  }
  const type: unknown = content instanceof ContentType ? content.type : null
  const isKnown = rule.as === 'map' ? isExactly(type, YMap) : isExactly(type, XmlFragment)
  return isKnown ? rule.shape : unknown(`Value of ${key}`)
}

// XmlElement is an XmlFragment, and XmlHook is a Map: subclasses are other things here.
const isExactly = <T extends object>(type: unknown, as: new (...given: never[]) => T): type is T =>
  typeof type === 'object' && type !== null && type.constructor === as

const unknown = (what: string): never => refuse('unknown-content', what)
