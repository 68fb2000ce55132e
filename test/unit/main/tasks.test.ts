import { expect, test, vi } from 'vitest'
import { createTasks, type Task } from '../../../electron/main/tasks'
import type { ReportWindow } from '../../../electron/main/windows/report-window'

const fakeWindow = () => ({ tell: vi.fn() }) as unknown as ReportWindow

/** Work that goes on until it is stopped, and then says so. */
const untilStopped = ({ signal }: Task): Promise<string> =>
  new Promise(resolve => signal.addEventListener('abort', () => resolve('stopped')))

test('work is stopped by the window that began it, under the name it gave', async () => {
  const tasks = createTasks()
  const window = fakeWindow()
  const work = tasks.run(window, 'nhập', untilStopped)
  tasks.cancel(window, 'nhập')
  expect(await work).toBe('stopped')
})

test('nobody stops the work of another window, or other work of the same', async () => {
  const tasks = createTasks()
  const window = fakeWindow()
  const stopped = vi.fn()
  void tasks.run(window, 'nhập', untilStopped).then(stopped)
  tasks.cancel(fakeWindow(), 'nhập')
  tasks.cancel(window, 'xuất')
  await new Promise(resolve => setTimeout(resolve))
  expect(stopped).not.toHaveBeenCalled()
})

test('a window that closes stops all of its work', async () => {
  const tasks = createTasks()
  const window = fakeWindow()
  const work = [tasks.run(window, 'nhập', untilStopped), tasks.run(window, 'xuất', untilStopped)]
  tasks.cancelAll(window)
  expect(await Promise.all(work)).toEqual(['stopped', 'stopped'])
})

test('a name is taken while its work goes on, and free again afterwards, also after a failure', async () => {
  const tasks = createTasks()
  const window = fakeWindow()
  const work = tasks.run(window, 'nhập', untilStopped)
  await expect(tasks.run(window, 'nhập', untilStopped)).rejects.toMatchObject({ code: 'not-ready' })
  tasks.cancel(window, 'nhập')
  await work
  await expect(tasks.run(window, 'nhập', () => Promise.reject(new Error('hỏng')))).rejects.toThrow('hỏng')
  expect(await tasks.run(window, 'nhập', () => Promise.resolve('xong'))).toBe('xong')
})

test('progress goes to the window under the name of its work', async () => {
  const tell = vi.fn()
  const window = { tell } as unknown as ReportWindow
  await createTasks().run(window, 'nhập', async ({ progress }) => progress('Đang đọc tệp', 1, 3))
  expect(tell).toHaveBeenCalledWith('task.progressed', {
    taskId: 'nhập',
    step: 'Đang đọc tệp',
    done: 1,
    of: 3,
  })
})
