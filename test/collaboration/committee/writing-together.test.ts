import { describe, expect, test } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { withCommittee } from '../../support/committee-fixture'
import { typeOn, typeParagraph, wordsOf, eventually } from '../../support/network-peer'
import { blocksIn, readElsewhere } from '../../support/store-fixture'

const here = withCommittee()

describe('standard clients of one report', () => {
  test('have the whole report once they are in step', async () => {
    const lan = await here.join('lan')
    expect(wordsOf(lan.doc)).toBe(wordsOf(here.store.body))
  })

  test('see what each other types, in any order, and end up with the same', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    for (let round = 0; round < 20; round++) {
      typeOn(lan.doc, `l${round}`)
      typeOn(minh.doc, `m${round}`)
      typeParagraph(round % 2 ? lan.doc : minh.doc, `đoạn ${round}`)
    }
    await eventually(() => {
      expect(wordsOf(lan.doc)).toContain('m19')
      expect(wordsOf(minh.doc)).toContain('l19')
      expect(wordsOf(lan.doc)).toBe(wordsOf(minh.doc))
      expect(wordsOf(here.store.body)).toBe(wordsOf(minh.doc))
    })
  })

  test('write into the file before anybody else sees it', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    const seen = new Promise<string[]>(resolve =>
      minh.doc.on('update', () => resolve(blocksIn(readElsewhere(here.store.path)))),
    )
    typeParagraph(lan.doc, 'đã nằm trên đĩa')
    expect(await seen).toContain('đã nằm trên đĩa')
  })

  test('bring what they wrote while they were away', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    lan.provider.disconnect()
    typeParagraph(lan.doc, 'viết khi mất mạng')
    typeParagraph(minh.doc, 'viết trong lúc ấy')
    lan.provider.connect()
    await eventually(() => {
      expect(wordsOf(minh.doc)).toContain('viết khi mất mạng')
      expect(wordsOf(lan.doc)).toContain('viết trong lúc ấy')
      expect(wordsOf(lan.doc)).toBe(wordsOf(minh.doc))
    })
  })

  test('may type before the host has asked what they wrote while away', async () => {
    const minh = await here.join('minh')
    const lan = await here.join('lan')
    lan.provider.disconnect()
    typeOn(lan.doc, ' trước')
    // Goes out as soon as the socket is open, ahead of the answer that brings the words before it.
    lan.provider.on('status', ({ status }) => {
      if (status === 'connected') typeOn(lan.doc, ' ngay khi nối lại')
    })
    lan.provider.connect()
    await eventually(() => expect(wordsOf(minh.doc)).toContain(' trước ngay khi nối lại'))
    expect(here.faults).toEqual([])
  })

  test('share the window’s own words in the secretary’s program', async () => {
    const lan = await here.join('lan')
    typeParagraph(here.store.body, 'gõ ở máy thư ký')
    await eventually(() => expect(wordsOf(lan.doc)).toContain('gõ ở máy thư ký'))
  })

  test('get one prepared answer when many come at once, and a fresh one after a change', async () => {
    await Promise.all(Array.from({ length: 8 }, () => here.join('lan')))
    typeParagraph(here.store.body, 'vừa viết xong')
    const late = await here.join('minh')
    expect(encodeStateAsUpdate(late.doc)).toEqual(encodeStateAsUpdate(here.store.body))
  })
})

describe('changes that wait for company', () => {
  const batched = withCommittee({}, 30)

  test('reach everybody in fewer messages', async () => {
    const [lan, minh] = [await batched.join('lan'), await batched.join('minh')]
    const before = minh.heard()
    for (let key = 0; key < 20; key++) {
      typeOn(lan.doc, 'x')
      await new Promise(resolve => setTimeout(resolve, 1))
    }
    await eventually(() => expect(wordsOf(minh.doc)).toBe(wordsOf(lan.doc)))
    expect(minh.heard() - before).toBeLessThan(12)
  })
})

describe('the host’s end', () => {
  test('closes with 1001, after which clients come back, and keeps every word', async () => {
    const lan = await here.join('lan')
    const code = new Promise(resolve => lan.provider.on('connection-close', event => resolve(event?.code)))
    typeParagraph(lan.doc, 'câu cuối')
    await eventually(() => expect(wordsOf(here.store.body)).toContain('câu cuối'))
    await here.host.close()
    expect(await code).toBe(1001)
    expect(lan.provider.shouldConnect).toBe(true)
  })
})
