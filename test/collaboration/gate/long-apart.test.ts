import { expect, test } from 'vitest'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { wordsIn } from '../../support/shared-blocks'

const bothOrders = [
  [1, 2],
  [2, 1],
] as const

test.each(bothOrders)(
  'two members who were apart, and wrote at the same two spots hundreds of times, are both let in (%i, %i)',
  (...clients) => {
    const room = new Room(gateReport())
    const replicas = clients.map(client => room.join(client))
    const visits = 600
    for (const replica of replicas) {
      const words = wordsIn(replica, 'B-p')
      for (let visit = 0; visit < visits; visit++) {
        words.insert(0, 'đ')
        words.insert(words.length, 'c')
      }
    }
    for (const [index, replica] of replicas.entries())
      expect(outcome(room.receive(room.unsent(replica), member(`${index}`, 'drafter', 'report')))).toBe(
        'allowed',
      )
    const grown = wordsIn(room.body, 'B-p').length - wordsIn(new Room(gateReport()).body, 'B-p').length
    expect(grown).toBe(4 * visits)
  },
)
