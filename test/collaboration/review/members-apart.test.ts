import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KnownRecord } from '../../../shared/ipc/review'
import { networkTo } from '../../support/network-between'
import { readHostUrl } from '../../../shared/session/host-url'
import { eventually } from '../../support/network-peer'
import { inStep, until, withPeers, type Desktop } from '../../support/peer-fixture'
import { edited, remark, reply, resolved } from '../../support/remarks'
import { recordsOf } from '../../support/review-room'
import { unmasked } from '../../support/unmask-frames'

const fixture = withPeers()
const report = () => fixture.served().reports[0]!
const hostRoom = () => report().shared.rooms.review.body
const leadersRoom = () => report().shared.rooms.leaders.body

const textOf = ({ record }: KnownRecord): string => ('text' in record ? record.text : record.kind)
const textsOf = ({ review }: Desktop): string[] => review.known.map(textOf)
const unsentOf = ({ review }: Desktop): string[] => review.known.filter(({ sent }) => !sent).map(textOf)
const hostTexts = (): string[] =>
  recordsOf(hostRoom()).map(record => ('text' in record ? record.text : record.kind))

function run(command: object): void {
  const reply = report().ledger.run(command, { kind: 'operator' })
  if (!reply.ok) throw new Error(reply.message)
}

const changeRole = ({ peer }: Desktop, role: string): void =>
  run({ kind: 'member.change', member: peer.link.member, name: peer.link.name, unit: '', role })

const allHave = (desktops: readonly Desktop[], texts: readonly string[]): Promise<void> =>
  eventually(() => {
    const wanted = [...texts].sort()
    expect(hostTexts().sort()).toEqual(wanted)
    for (const desktop of desktops) {
      expect(textsOf(desktop).sort()).toEqual(wanted)
      expect(unsentOf(desktop)).toEqual([])
    }
  })

test('what a member adds comes to everybody under the member’s name, and is told as sent when the host has it', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh', 'leader')]
  const told: KnownRecord[] = []
  lan.review.onChange(({ records }) => told.push(...records))
  lan.review.add('all', [remark('Chào', { author: 'minh' })])
  expect(unsentOf(lan)).toEqual(['Chào'])
  await allHave([lan, minh], ['Chào'])
  expect(minh.review.known[0]?.record.author).toBe(lan.peer.link.member)
  expect(told.filter(known => textOf(known) === 'Chào').map(({ sent }) => sent)[0]).toBe(false)
  expect(told.at(-1)?.sent).toBe(true)
  expect(fixture.faults).toEqual([])
})

describe.each([[['Lan', 'Minh']], [['Minh', 'Lan']]])(
  'two members apart, of whom %s come back in this order',
  order => {
    test('both bring what they added, answers to each other’s earlier words included', async () => {
      const people: Record<string, Desktop> = {}
      for (const name of ['Lan', 'Minh']) people[name] = await fixture.desktop(name, 'leader')
      const { Lan: lan, Minh: minh } = people as { Lan: Desktop; Minh: Desktop }
      const first = remark('Trước khi mất mạng')
      lan.review.add('all', [first])
      await allHave([lan, minh], ['Trước khi mất mạng'])
      await fixture.stopHost()
      for (const one of [lan, minh]) await until(one, 'offline')
      const mine = remark('Lan khi không có mạng')
      lan.review.add('all', [mine, reply(mine.id, 'Lan thêm')])
      lan.review.add('all', [edited(mine.id, 'Lan sửa')])
      minh.review.add('all', [reply(first.id, 'Minh trả lời')])
      minh.review.add('leaders', [remark('Chỉ lãnh đạo')])
      lan.close()
      minh.close()
      await fixture.startHost()
      const back: Desktop[] = []
      for (const name of order) {
        const again = people[name]!.reopen()
        await inStep(again)
        back.push(again)
      }
      const all = ['Trước khi mất mạng', 'Lan khi không có mạng', 'Lan thêm', 'Lan sửa', 'Minh trả lời']
      await eventually(() => {
        expect(hostTexts().sort()).toEqual([...all].sort())
        for (const one of back) {
          expect(textsOf(one).sort()).toEqual([...all, 'Chỉ lãnh đạo'].sort())
          expect(unsentOf(one)).toEqual([])
        }
      })
      expect(recordsOf(leadersRoom())).toHaveLength(1)
      expect(fixture.faults).toEqual([])
      expect(back.flatMap(({ refusedRecords }) => refusedRecords)).toEqual([])
    })
  },
)

describe('what the host does not take', () => {
  test('is handed to the person with the reason, and the rest goes on', async () => {
    const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
    const second = remark('Lần hai')
    lan.review.add('all', [second])
    await eventually(() => expect(textsOf(minh)).toContain('Lần hai'))
    await fixture.stopHost()
    for (const one of [lan, minh]) await until(one, 'offline')
    minh.close()
    lan.review.add('all', [resolved(second.id)])
    await fixture.startHost()
    await eventually(() => expect(unsentOf(lan)).toEqual([]))
    await fixture.stopHost()
    const late = minh.reopen()
    await until(late, 'offline')
    late.review.add('all', [remark('Trước đó')])
    late.review.add('all', [resolved(second.id)])
    late.review.add('all', [remark('Sau đó')])
    await fixture.startHost()
    await eventually(() => expect(late.refusedRecords).toHaveLength(1))
    expect(late.refusedRecords[0]).toMatchObject({ why: 'no-change', record: { of: second.id } })
    await eventually(() => expect(hostTexts()).toEqual(expect.arrayContaining(['Trước đó', 'Sau đó'])))
    await eventually(() => expect(unsentOf(late)).toEqual([]))
    expect(late.peer.state).toMatchObject({ connection: 'connected', unsent: 0 })
    expect(textsOf(late).sort()).toEqual(hostTexts().sort())
    const again = late.reopen()
    await inStep(again)
    expect(again.refusedRecords).toEqual([])
    expect(textsOf(again).sort()).toEqual(hostTexts().sort())
    expect(late.kept).toEqual([])
  })
})

test('what the host lost again, because its file was brought back, is brought to it anew', async () => {
  const lan = await fixture.desktop('Lan')
  lan.review.add('all', [remark('Trước bản sao')])
  await allHave([lan], ['Trước bản sao'])
  const { path } = report()
  await fixture.stopHost()
  const before = readFileSync(path)
  await fixture.startHost()
  await inStep(lan)
  lan.review.add('all', [remark('Sau bản sao')])
  await allHave([lan], ['Trước bản sao', 'Sau bản sao'])
  await fixture.stopHost()
  writeFileSync(path, before)
  await fixture.startHost()
  await allHave([lan], ['Trước bản sao', 'Sau bản sao'])
})

describe('the room of the leaders', () => {
  test('is not asked for by others, and entered and left with the role', async () => {
    const [lan, minh] = [await fixture.desktop('Lan', 'leader'), await fixture.desktop('Minh', 'drafter')]
    lan.review.add('leaders', [remark('Giữa lãnh đạo')])
    await eventually(() => expect(recordsOf(leadersRoom())).toHaveLength(1))
    expect(textsOf(minh)).toEqual([])
    expect(() => minh.review.add('leaders', [remark('Chen vào')])).toThrow()
    changeRole(minh, 'leader')
    await eventually(() => expect(textsOf(minh)).toEqual(['Giữa lãnh đạo']))
    changeRole(minh, 'drafter')
    await eventually(() => expect(textsOf(minh)).toEqual([]))
    await inStep(minh)
    minh.close()
    expect(readFileSync(minh.path).includes('Giữa lãnh đạo')).toBe(false)
    expect(fixture.faults).toEqual([])
  })

  test('of who stopped being a leader while apart gives back what had not been sent', async () => {
    const lan = await fixture.desktop('Lan', 'leader')
    await fixture.stopHost()
    await until(lan, 'offline')
    lan.review.add('leaders', [remark('Chưa gửi')])
    lan.close()
    await fixture.startHost()
    changeRole(lan, 'drafter')
    const again = lan.reopen()
    await inStep(again)
    await eventually(() => expect(again.refusedRecords).toHaveLength(1))
    expect(again.refusedRecords[0]).toMatchObject({ why: 'wrong-audience', record: { text: 'Chưa gửi' } })
    expect(recordsOf(leadersRoom())).toEqual([])
  })
})

test('a note to oneself is in the file, and in no byte that leaves the computer', async () => {
  const network = await networkTo(readHostUrl(fixture.served().urls[0]!)!.port)
  const machine = fixture.machine('Lan', 'leader')
  const lan = machine.open(await machine.join(), [network.url])
  await inStep(lan)
  lan.review.add('own', [remark('rieng-minh-toi')])
  lan.review.add('all', [remark('moi-nguoi-cung-doc')])
  await eventually(() => expect(unsentOf(lan)).toEqual([]))
  expect(textsOf(lan).sort()).toEqual(['moi-nguoi-cung-doc', 'rieng-minh-toi'])
  const sent = network.sent.map(chunks => unmasked(Buffer.concat(chunks))).join('')
  expect(sent).toContain('moi-nguoi-cung-doc')
  expect(sent).not.toContain('rieng-minh-toi')
  const again = lan.reopen()
  expect(textsOf(again)).toContain('rieng-minh-toi')
  await network.close()
})
