import { schema } from '../../shared/report/schema'
import { note, noteRef, paragraph, strong } from './build-report'
import {
  withId,
  words,
  a,
  b,
  c,
  d,
  head,
  part,
  rewrite,
  listed,
  of,
  noted,
  grid,
  top,
  first,
  made,
  type RedlineCase,
} from './redline-builders'
import { meetingCases } from './redline-meeting-cases'
import { recordCases } from './redline-record-cases'

// Two texts that differ in one thing, for every kind of thing.

const textCases: readonly RedlineCase[] = [
  made('nothing', of(a, head('letter'), d), of(a, head('letter'), d)),
  made('other words', of(a, b), of(rewrite(a, words('thủy sản').replace('quan trọng', 'nổi bật')), b)),
  made('a paragraph that came', of(a, c), of(a, b, c)),
  made('a paragraph that is gone', of(a, b, c), of(a, c)),
  made('a first paragraph that came', of(b), of(a, b)),
  made('a last paragraph that is gone', of(a, b), of(a)),
  made('a last paragraph that came', of(a), of(a, b)),
  made('all other words', of(a), of(b)),
  made(
    'a paragraph that was split',
    of(a, b),
    of(rewrite(a, words('nông nghiệp').slice(0, 50)), rewrite(c, words('nông nghiệp').slice(51)), b),
  ),
  made(
    'paragraphs that were joined',
    of(a, b, c),
    of(rewrite(a, `${words('nông nghiệp')} ${words('công nghiệp')}`), c),
  ),
  made(
    'a list item that was split',
    of(listed('number', 'a', words('nông nghiệp')), b),
    of(
      listed('number', 'a', words('nông nghiệp').slice(0, 50)),
      listed('number', 'c', words('nông nghiệp').slice(51)),
      b,
    ),
  ),
  made(
    'a paragraph that was split behind a note',
    of(rewrite(a, words('nông nghiệp'), noteRef('n1'), ' ', words('du lịch')), b),
    of(rewrite(a, words('nông nghiệp'), noteRef('n1')), rewrite(c, words('du lịch')), b),
  ),
  made(
    'paragraphs that were joined behind a note',
    of(rewrite(a, words('nông nghiệp'), noteRef('n1')), rewrite(c, words('du lịch')), b),
    of(rewrite(a, words('nông nghiệp'), noteRef('n1'), ' ', words('du lịch')), b),
  ),
  made('a heading before an empty line', of(a, head('letter'), paragraph(), b), of(a, paragraph(), b)),
  made(
    'a paragraph that is gone before a heading',
    of(head('letter', 'h1'), a, b, head('number'), c),
    of(head('letter', 'h1'), a, head('number'), c),
  ),
  made(
    'a first item that is gone',
    of(
      listed('number', 'a', words('nông nghiệp')),
      c,
      listed('number', 'b', words('công nghiệp')),
      listed('number', 'd', words('y tế')),
    ),
    of(listed('number', 'a', words('nông nghiệp')), c, listed('number', 'd', words('y tế'))),
  ),
  made('a heading at the end behind a note', of(d), of(d, head('letter'), c)),
  made('a paragraph that moved', of(a, b, c, d), of(d, a, b, c)),
  made(
    'a paragraph that moved and was reworded',
    of(a, b, c, d),
    of(b, c, d, rewrite(a, words('thủy sản'), ' ', strong('đậm'))),
  ),
  made('neighbours that moved', of(a, b, c, d, head('letter')), of(c, d, head('letter'), a, b)),
  made(
    'a section that moved',
    of(part('Một', 'p1'), a, head('letter', 'h1'), b, c, d),
    of(part('Một', 'p1'), a, c, d, head('letter', 'h1'), b),
  ),
  made(
    'a heading promoted',
    of(part('Một', 'p1'), head('roman'), a),
    of(part('Một', 'p1'), head('letter'), a),
  ),
  made(
    'a heading demoted',
    of(head('letter'), a, head('letter', 'h2'), b),
    of(head('letter'), a, head('roman', 'h2'), b),
  ),
  made(
    'a paragraph that became a heading',
    of(withId(paragraph('Kết quả đạt được'), 'h'), a),
    of(head('letter'), a),
  ),
  made(
    'a heading that came and moves all numbers',
    of(head('letter', 'h1'), a, part('Hai', 'p2'), b),
    of(part('Mới', 'p1'), c, head('letter', 'h0'), d, head('letter', 'h1'), a, part('Hai', 'p2'), b),
  ),
  made(
    'a heading that is gone',
    of(head('number', 'h1'), a, head('number', 'h2'), b),
    of(head('number', 'h2'), b),
  ),
  made('a heading before a table', of(a, head('number', 'h1'), grid(top, first)), of(a, grid(top, first))),
  made(
    'numbers that Word counts otherwise',
    of(head('subnumber', 'h1'), a),
    of(head('number', 'h0'), head('subnumber', 'h1'), a),
  ),
  made('a list that came', of(a, b), of(listed('bullet', 'a', words('nông nghiệp')), b)),
  made(
    'a list that is gone',
    of(listed('number', 'a', words('nông nghiệp')), listed('number', 'b', words('công nghiệp'))),
    of(a, b),
  ),
  made(
    'another list',
    of(listed('number', 'a', words('nông nghiệp')), b),
    of(listed('letter', 'a', words('nông nghiệp')), b),
  ),
  made(
    'a list item between others',
    of(listed('number', 'a', words('nông nghiệp')), listed('number', 'c', words('du lịch'))),
    of(
      listed('number', 'a', words('nông nghiệp')),
      listed('number', 'b', words('công nghiệp')),
      listed('number', 'c', words('du lịch')),
    ),
  ),
  made(
    'a letter item between others',
    of(listed('letter', 'a', words('nông nghiệp')), listed('letter', 'c', words('du lịch'))),
    of(
      listed('letter', 'b', words('công nghiệp')),
      listed('letter', 'a', words('nông nghiệp')),
      listed('letter', 'c', words('du lịch')),
    ),
  ),
  made(
    'lists that became one',
    of(listed('number', 'a', words('nông nghiệp')), b, listed('number', 'c', words('du lịch'))),
    of(listed('number', 'a', words('nông nghiệp')), listed('number', 'c', words('du lịch'))),
  ),
  made('another alignment', of(a, b), of(a.type.create({ ...a.attrs, align: 'center' }, a.content), b)),
  made(
    'bold',
    of(paragraph('Một hai ba bốn năm sáu')),
    of(paragraph('Một hai ', strong('ba bốn'), ' năm sáu')),
  ),
  made(
    'bold that is gone',
    of(withId(paragraph('Một hai ', strong('ba bốn'), ' năm sáu'), 'a')),
    of(withId(paragraph('Một hai ba bốn năm sáu'), 'a')),
  ),
  made(
    'a link',
    of(withId(paragraph('Xem trang tin điện tử'), 'a')),
    of(
      withId(
        paragraph(
          'Xem ',
          schema.text('trang tin', [schema.mark('link', { href: 'https://vd.vn/' })]),
          ' điện tử',
        ),
        'a',
      ),
    ),
  ),
  made(
    'a line break',
    of(withId(paragraph('Dòng trên dòng dưới'), 'a')),
    of(withId(paragraph('Dòng trên', schema.node('hard_break'), 'dòng dưới'), 'a')),
  ),
  made(
    'a note that came',
    of(rewrite(a, 'Một hai ba', noteRef('n2'), ' bốn.'), b),
    of(rewrite(a, 'Một hai', noteRef('n1'), ' ba', noteRef('n2'), ' bốn.'), b),
  ),
  made(
    'a note that is gone',
    of(rewrite(a, 'Một hai', noteRef('n1'), ' ba', noteRef('n2'), ' bốn.'), b),
    of(rewrite(a, 'Một hai ba', noteRef('n2'), ' bốn.'), b),
  ),
  made('a reworded note', of(d), noted({ n1: note('Số liệu của Cục Thống kê tỉnh.') }, d)),
  made(
    'a note with another paragraph',
    of(d),
    noted({ n1: note('Số liệu của Chi cục Thống kê.', 'Làm tròn đến trăm.') }, d),
  ),
  made(
    'a note with a paragraph less',
    noted({ n1: note('Số liệu của Chi cục Thống kê.', 'Làm tròn đến trăm.') }, d),
    of(d),
  ),
  made('a note in a paragraph that came', of(a, b), of(a, d, b)),
  made('a note in a paragraph that is gone', of(a, d, b), of(a, b)),
  made(
    'a note cited again under another number',
    of(rewrite(a, 'Một', noteRef('n1'), ' hai', noteRef('n1'), '.')),
    of(rewrite(b, 'Trước', noteRef('n2')), rewrite(a, 'Một', noteRef('n1'), ' hai', noteRef('n1'), '.')),
  ),
  made(
    'notes that changed places',
    of(rewrite(a, 'Một', noteRef('n1'), ' hai'), rewrite(b, 'Ba', noteRef('n2'), ' bốn')),
    of(rewrite(a, 'Một', noteRef('n2'), ' hai'), rewrite(b, 'Ba', noteRef('n1'), ' bốn')),
  ),
]

export const redlineCases: readonly RedlineCase[] = [...textCases, ...meetingCases, ...recordCases]
