import { noteRef } from './build-report'
import { a, b, c, d, head, listed, made, of, rewrite, words, type RedlineCase } from './redline-builders'

// Changes that meet at an end of a paragraph which both texts have, and lists that go on behind a paragraph that left them.

const longer = rewrite(a, words('nông nghiệp'), ' Thêm một ý nữa vào cuối đoạn.')
const begun = rewrite(b, 'Một ý mới ở đầu đoạn. ', words('công nghiệp'))
const withNote = rewrite(a, words('nông nghiệp'), noteRef('n1'), ' hai.')
const joined = rewrite(a, words('nông nghiệp'), noteRef('n1'), ' hai. ', words('công nghiệp'))
const endsInNote = rewrite(d, words('y tế'), noteRef('n1'))
const longerBehindNote = rewrite(d, words('y tế'), noteRef('n1'), ' Thêm một ý ở cuối đoạn.')
const inList = listed('target', 'c', words('du lịch'))

export const meetingCases: readonly RedlineCase[] = [
  made('words at an end and at the next beginning', of(a, b, c), of(longer, begun, c)),
  made('words at an end and a paragraph', of(a, head('number'), c), of(longer, b, head('number'), c)),
  made('words at an end and a heading', of(a, c), of(longer, head('number'), c)),
  made(
    'words at an end and a letter',
    of(a, b, c),
    of(longer, listed('letter', 'b', words('công nghiệp')), c),
  ),
  made('words behind a note and a paragraph', of(endsInNote, c), of(longerBehindNote, b, c)),
  made(
    'paragraphs joined behind a note, before a heading',
    of(withNote, b, head('number'), c),
    of(joined, head('number'), c),
  ),
  made(
    'a paragraph split behind a note, before a heading',
    of(joined, head('number'), c),
    of(withNote, b, head('number'), c),
  ),
  made(
    'a first item that left its list',
    of(b, listed('target', 'a', words('nông nghiệp')), inList),
    of(b, a, inList),
  ),
  made(
    'a first item that is a bullet now',
    of(b, listed('target', 'a', words('nông nghiệp')), inList),
    of(b, listed('bullet', 'a', words('nông nghiệp')), inList),
  ),
]
