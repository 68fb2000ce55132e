import { expect, test } from 'vitest'
import { readDocx } from '../../../../electron/host/import/docx/read-docx'
import { makeDocx, paragraph, run, type DocxParts } from '../../../support/make-docx'

const by = (author: string) => `w:author="${author}" w:date="2026-03-12T08:00:00Z"`
const comment = (id: number, text: string, options: { paraId?: string; author?: string } = {}) =>
  `<w:comment w:id="${id}" ${by(options.author ?? 'Lan')}>${paragraph(text).replace('<w:p>', `<w:p w14:paraId="${options.paraId ?? ''}" xmlns:w14="x">`)}</w:comment>`
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

/** `lines`: [paragraph id, the one it answers, done]. */
const extended = (...lines: [string, string, string][]): Pick<DocxParts, 'files'> => ({
  files: {
    'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="y">${lines
      .map(
        ([id, parent, done]) =>
          `<w15:commentEx w15:paraId="${id}" ${parent && `w15:paraIdParent="${parent}"`} w15:done="${done}"/>`,
      )
      .join('')}</w15:commentsEx>`,
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="a" Type="x/comments" Target="comments.xml"/><Relationship Id="b" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
  },
})

const commentsOf = async (parts: DocxParts) => (await readDocx(await makeDocx(parts))).marks.comments

test('a comment has its words with what stands before and behind them', async () => {
  const body = paragraph(
    run('Thu ngân sách ') + start(1) + run('tăng 10%') + end(1) + run(' so với năm trước'),
  )
  expect(await commentsOf({ body, comments: comment(1, 'Xem lại') })).toEqual([
    {
      author: 'Lan',
      at: '2026-03-12T08:00:00Z',
      text: 'Xem lại',
      place: 'đoạn 1 (“Thu ngân sách tăng 10% so với năm trước”)',
      ...{ about: 'tăng 10%', before: 'Thu ngân sách ', after: ' so với năm trước' },
      ...{ resolved: false, replies: [] },
    },
  ])
})

test('answers stand under what they answer, also answers of answers, and a done thread is resolved', async () => {
  const comments =
    comment(1, 'Hỏi', { paraId: 'A' }) +
    comment(2, 'Đáp', { paraId: 'B', author: 'Minh' }) +
    comment(3, 'Đáp nữa', { paraId: 'C' }) +
    comment(4, 'Khác', { paraId: 'D' })
  const parts = extended(['A', '', '1'], ['B', 'A', '0'], ['C', 'B', '0'], ['D', '', '0'])
  const body = paragraph(start(1) + run('a') + end(1) + start(4) + run('b') + end(4))
  expect(
    (await commentsOf({ body, comments, ...parts })).map(({ text, resolved, replies }) => ({
      text,
      resolved,
      replies: replies.map(({ author, text }) => `${author}: ${text}`),
    })),
  ).toEqual([
    { text: 'Hỏi', resolved: true, replies: ['Minh: Đáp', 'Lan: Đáp nữa'] },
    { text: 'Khác', resolved: false, replies: [] },
  ])
})

test('comments that answer one another in a ring are all there', async () => {
  const comments = comment(1, 'a', { paraId: 'A' }) + comment(2, 'b', { paraId: 'B' })
  const found = await commentsOf({
    body: paragraph('x'),
    comments,
    ...extended(['A', 'B', '0'], ['B', 'A', '0']),
  })
  expect(found.flatMap(({ text, replies }) => [text, ...replies.map(reply => reply.text)]).sort()).toEqual([
    'a',
    'b',
  ])
})

test('a comment at a point knows what stands before and behind it', async () => {
  const body = paragraph(`${run('trước ')}<w:r><w:commentReference w:id="1"/></w:r>${run('sau')}`)
  expect(await commentsOf({ body, comments: comment(1, 'Thiếu số') })).toMatchObject([
    { about: '', before: 'trước ', after: 'sau' },
  ])
})

test('a comment that stands nowhere is listed without a place', async () => {
  expect(await commentsOf({ body: paragraph('a'), comments: comment(7, 'Lạc') })).toMatchObject([
    { text: 'Lạc', place: 'không rõ chỗ', about: '', before: '', after: '' },
  ])
})

test('of a comment of many paragraphs each is a line, and a range that never ends is bounded', async () => {
  const comments = comment(1, 'một').replace('</w:comment>', `${paragraph('hai')}</w:comment>`)
  const [found] = await commentsOf({ body: paragraph(start(1) + run('chữ '.repeat(5_000))), comments })
  expect(found?.text).toBe('một\nhai')
  expect(found?.about.length).toBeLessThanOrEqual(2_000)
})

test('six thousand comments are cut', async () => {
  const comments = Array.from({ length: 6_000 }, (_, id) => comment(id, 'a')).join('')
  expect(await commentsOf({ body: paragraph('x'), comments })).toHaveLength(5_000)
})
