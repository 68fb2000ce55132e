// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { lettersIn, watchLetters } from '../../support/letters'
import { randomFrom } from '../../support/random'
import { editSomewhere } from '../../support/random-edit'
import { deskOfWriter, meetAtDesks } from '../../support/writer-desk'
import { bothOrders, twoWriters } from '../../support/writers'

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế'), paragraph('Thu ngân sách ', noteRef('n1')), paragraph('Chi')),
      sheet(heading('roman', 'Công nghiệp'), item('number', 'Thép'), item('bullet', 'Xi măng')),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học'), paragraph('Bệnh viện')),
    ),
    notes: { n1: note('Theo báo cáo') },
  })

// Seed 5 loses a letter that letters-kept.test.ts cannot excuse; here it is in a tray.
const seeds = process.env['RUNS'] ? Array.from({ length: 20 }, (_, index) => index + 1) : [2, 5]
const cases = bothOrders.flatMap(ids => seeds.map(seed => ({ ids, seed })))

test.each(cases)(
  'with the real editors, a letter that no meeting kept is in a tray ($ids, seed $seed)',
  ({ ids, seed }) => {
    const random = randomFrom(seed * 32452843)
    const { ana, ben } = twoWriters(start(), ids)
    const desks = [ana, ben].map(deskOfWriter)
    for (let round = 0; round < 20; round++) {
      const letters = watchLetters(ana, ben)
      for (let count = 0; count < 8; count++) editSomewhere(random() < 0.5 ? ana : ben, random)
      const settle = letters.meeting()
      meetAtDesks(desks)
      const { missing, excused } = settle()
      const kept = new Set(desks.flatMap(({ tray }) => tray.entries.flatMap(({ mine }) => lettersIn(mine))))
      expect([...missing, ...excused].filter(letter => !kept.has(letter))).toEqual([])
    }
  },
)
