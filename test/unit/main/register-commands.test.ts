import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { registerCommands, type CommandHandlers } from '../../../electron/main/ipc/register-commands'
import { commandNames } from '../../../shared/ipc/command-names'
import type { Reply } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'

type Caller = 'cửa sổ'
type Listener = (event: IpcMainInvokeEvent, input: unknown) => Promise<Reply<unknown>>

function door(handlers: Partial<CommandHandlers<Caller>>, caller: Caller | undefined = 'cửa sổ') {
  const channels = new Map<string, Listener>()
  const reportBug = vi.fn()
  const ipcMain = { handle: (name: string, listener: Listener) => void channels.set(name, listener) }
  registerCommands<Caller>(
    { ipcMain: ipcMain, identify: () => caller, reportBug },
    handlers as CommandHandlers<Caller>,
  )
  const ask = (name: string, input: unknown): Promise<Reply<unknown>> =>
    channels.get(name)!({} as never, input)
  return { channels, reportBug, ask }
}

describe('the door for commands', () => {
  test('opens one channel a command and no other', () => {
    expect([...door({}).channels.keys()].sort()).toEqual([...commandNames].sort())
  })

  test('answers a caller with what the handler says', async () => {
    const { ask } = door({ 'report.saveCopy': (_input, caller) => ({ path: caller }) })
    expect(await ask('report.saveCopy', {})).toEqual({ ok: true, value: { path: 'cửa sổ' } })
  })

  test('asks no handler for someone unknown', async () => {
    const handler = vi.fn()
    const channels = new Map<string, Listener>()
    registerCommands<Caller>(
      {
        ipcMain: { handle: (name: string, listener: Listener) => void channels.set(name, listener) },
        identify: () => undefined,
        reportBug: vi.fn(),
      },
      { 'app.info': handler } as unknown as CommandHandlers<Caller>,
    )
    expect(await channels.get('app.info')!({} as never, {})).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(handler).not.toHaveBeenCalled()
  })

  test.each<[string, unknown]>([
    ['report.open', { path: 5 }],
    ['report.open', { path: '' }],
    ['report.open', { path: 'x'.repeat(5000) }],
    ['report.open', null],
    ['report.open', 'đường dẫn'],
    ['report.export', { formats: ['exe'], taskId: 'a' }],
    ['report.export', { formats: [], taskId: 'a' }],
    ['report.acceptImport', { token: 't', corrections: [{ id: 'a', level: 'chương' }] }],
    ['menu.popup', { items: Array.from({ length: 1000 }, () => ({ id: 'a', label: 'b' })) }],
    ['settings.write', { zoom: Number.NaN }],
    ['settings.write', { appearance: 'đỏ' }],
  ])('lets no handler see what does not fit: %s %j', async (name, input) => {
    const handler = vi.fn()
    const { ask } = door({ [name]: handler })
    expect(await ask(name, input)).toMatchObject({ ok: false, code: 'invalid-input' })
    expect(handler).not.toHaveBeenCalled()
  })

  test('changes only the settings that are named', async () => {
    const handler = vi.fn()
    await door({ 'settings.write': handler }).ask('settings.write', { zoom: 2 })
    expect(handler).toHaveBeenCalledWith({ zoom: 2 }, 'cửa sổ')
  })

  test('passes a refusal on with its words, and logs nothing', async () => {
    const refuse = (): never => {
      throw new Failure('disk-full', 'Ổ đĩa đã đầy.')
    }
    const { ask, reportBug } = door({ 'report.saveCopy': refuse })
    expect(await ask('report.saveCopy', {})).toEqual({
      ok: false,
      code: 'disk-full',
      message: 'Ổ đĩa đã đầy.',
    })
    expect(reportBug).not.toHaveBeenCalled()
  })

  test('logs a bug, and tells the window nothing of it', async () => {
    const break_ = (): never => {
      throw new Error('mật khẩu trong vết ngăn xếp')
    }
    const { ask, reportBug } = door({ 'report.saveCopy': break_ })
    const reply = await ask('report.saveCopy', {})
    expect(reply).toMatchObject({ ok: false, code: 'internal' })
    expect(JSON.stringify(reply)).not.toContain('mật khẩu')
    expect(reportBug).toHaveBeenCalledTimes(1)
  })
})
