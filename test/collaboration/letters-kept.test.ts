// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { watchLetters } from '../support/letters'
import { randomFrom } from '../support/random'
import { editSomewhere } from '../support/random-edit'
import { bothOrders, meet, twoWriters } from '../support/writers'

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế'), paragraph('Thu ngân sách ', noteRef('n1')), paragraph('Chi')),
      sheet(heading('roman', 'Công nghiệp'), item('number', 'Thép'), item('bullet', 'Xi măng')),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học'), paragraph('Bệnh viện')),
    ),
    notes: { n1: note('Theo báo cáo') },
  })

const cases = bothOrders.flatMap(ids => Array.from({ length: 8 }, (_, seed) => ({ ids, seed: seed + 1 })))

test.each(cases)(
  'a typed letter is lost only with the block that the other one took out or made anew ($ids, seed $seed)',
  ({ ids, seed }) => {
    const random = randomFrom(seed * 32452843)
    const { ana, ben } = twoWriters(start(), ids)
    for (let round = 0; round < 20; round++) {
      const letters = watchLetters(ana, ben)
      for (let count = 0; count < 4; count++) editSomewhere(random() < 0.5 ? ana : ben, random)
      const settle = letters.meeting()
      meet(ana, ben)
      expect(settle().missing).toEqual([])
    }
  },
)
