import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile, readReportFile } from '../../electron/host/store/report-file'
import { launchApp, type RunningApp } from '../support/launch-app'
import { everyMark, reportToType } from '../support/marks'

let folder = ''
let path = ''
let running: RunningApp[] = []

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, reportToType())
})
test.afterEach(async () => {
  for (const one of running) await one.close()
  running = []
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function launch(...files: string[]): Promise<RunningApp> {
  const userData = join(folder, `settings-${running.length}`)
  const one = await launchApp({ files, userData, env: { HOME: folder } })
  running.push(one)
  return one
}

/** Answers the system's dialogs in the person's place. */
const choose = ({ app }: RunningApp, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, file)

const chooseInMenu = ({ app }: RunningApp, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const all = (Menu.getApplicationMenu()?.items ?? []).flatMap(menu => menu.submenu?.items ?? [])
    all.find(item => item.label === wanted)?.click()
  }, label)

/** What a test left in the main process under that name. */
const inMain = ({ app }: RunningApp, name: string): Promise<unknown> =>
  app.evaluate((_electron, key) => (globalThis as Record<string, unknown>)[key], name)

interface Host {
  readonly ask: (name: string, input: unknown) => Promise<{ ok: boolean; code?: string }>
}
declare const host: Host

const text = (window: Page) => window.locator('.report-text')

async function typeAtEnd(window: Page, words: string): Promise<void> {
  await window.locator('.report-text p').first().click()
  await window.keyboard.press('End')
  await window.keyboard.type(words)
}

test.describe('a page', () => {
  test('has no Node, no Electron and no way out', async () => {
    const { window } = await launch()
    const found = await window.evaluate(async () => ({
      node: [typeof require, typeof process, typeof module].join(),
      bridge: Object.keys(host as object)
        .sort()
        .join(),
      opened: open('https://example.org'),
      fetched: await fetch('https://example.org').then(
        () => 'reached',
        () => 'refused',
      ),
      files: await fetch('file:///etc/hostname').then(
        () => 'reached',
        () => 'refused',
      ),
      above: (await fetch('app://du-thao/..%2f..%2fpackage.json')).status,
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'allowed',
        (error: unknown) => (error as Error).name,
      ),
      notify: await Notification.requestPermission(),
    }))
    expect(found).toMatchObject({
      node: 'undefined,undefined,undefined',
      bridge: 'ask,listen,ready',
      opened: null,
      fetched: 'refused',
      files: 'refused',
      above: 404,
      notify: 'denied',
    })
    expect(found.camera).not.toBe('allowed')
  })

  test('stays where it is', async () => {
    const { app, window } = await launch()
    const place = window.url()
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', event =>
        Object.assign(globalThis, { wasKept: event.defaultPrevented }),
      )
    })
    await window.evaluate(() => {
      location.href = 'https://example.org'
    })
    await expect.poll(() => inMain(running[0]!, 'wasKept')).toBe(true)
    const refused = await window.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org'
      document.body.append(frame)
      return new Promise<string>(resolve =>
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective)),
      )
    })
    expect(refused).toBe('frame-src')
    expect(window.url()).toBe(place)
    expect(
      window
        .frames()
        .map(frame => frame.url())
        .filter(url => url.includes('example')),
    ).toEqual([])
  })

  test('runs nothing that is written into it', async () => {
    const { window } = await launch()
    const { refused, title } = await window.evaluate(async () => {
      const violations: string[] = []
      const both = new Promise(resolve =>
        document.addEventListener('securitypolicyviolation', event => {
          if (violations.push(event.effectiveDirective) === 2) resolve(null)
        }),
      )
      const script = document.createElement('script')
      script.textContent = 'document.title = "chạy"'
      document.body.append(script)
      const image = document.createElement('div')
      image.innerHTML = '<img src="x" onerror="document.title = \'chạy\'">'
      document.body.append(image)
      await both
      return { refused: violations.sort(), title: document.title }
    })
    expect(refused).toEqual(['script-src-attr', 'script-src-elem'])
    expect(title).not.toBe('chạy')
  })

  test('may name only files that a person chose', async () => {
    const { window } = await launch()
    const ask = (name: string, input: object) =>
      window.evaluate(([command, given]) => host.ask(command, given), [name, input] as const)
    expect(await ask('report.open', { path })).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await ask('report.import', { path, taskId: 'a' })).toMatchObject({
      ok: false,
      code: 'not-allowed',
    })
    expect(await ask('report.showInFolder', { path })).toMatchObject({ ok: false, code: 'not-allowed' })
    await choose(running[0]!, path)
    expect(await ask('report.open', {})).toMatchObject({ ok: true })
    await expect(text(window)).toContainText('Một.')
  })
})

test.describe('a report', () => {
  test('given on the command line opens, and is saved when its window closes', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toContainText('Một.')
    await typeAtEnd(one.window, '<1>')
    await one.close()
    running = []
    expect([...everyMark(path)]).toEqual([1])
    expect(readdirSync(folder).filter(name => name.startsWith('Báo cáo'))).toEqual(['Báo cáo.duthao'])
  })

  test('is saved with the words that a cell was left with half-typed', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toContainText('Một.')
    await one.window.locator('[role=gridcell].result').first().click()
    await one.window.keyboard.type('<4>')
    await one.close()
    running = []
    expect([...everyMark(path)]).toEqual([4])
  })

  test('made new has a file from its first moment', async () => {
    const one = await launch()
    await chooseInMenu(one, '&Báo cáo mới')
    await expect(text(one.window)).toBeVisible()
    await one.window.keyboard.type('Mở đầu')
    await one.close()
    running = []
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(name =>
      name.includes('chưa đặt tên'),
    )
    expect(made).toBeDefined()
    expect(readReportFile(join(folder, made!)).text.textContent).toBe('Mở đầu')
  })

  test('opened a second time brings its window to the front', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toBeVisible()
    await choose(one, path)
    await one.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window) window.focus = () => void Object.assign(globalThis, { cameToFront: true })
    })
    await chooseInMenu(one, '&Mở…')
    await expect.poll(() => inMain(one, 'cameToFront')).toBe(true)
    expect(one.app.windows()).toHaveLength(1)
  })

  test('that another program holds can be read, and the window says why it cannot be written', async () => {
    const first = await launch(path)
    await expect(text(first.window)).toBeVisible()
    const second = await launch(path)
    await expect(text(second.window)).toContainText('Một.')
    await expect(second.window.getByText('đang được mở ở một cửa sổ chương trình khác').first()).toBeVisible()
    await typeAtEnd(second.window, '<9>')
    await expect(text(second.window)).not.toContainText('<9>')
  })

  test('is moved by the menu and goes on in its new place', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toBeVisible()
    const place = join(folder, 'Tên mới.duthao')
    await choose(one, place)
    await chooseInMenu(one, 'Đổi tên hoặc &chuyển…')
    await expect.poll(() => existsSync(path)).toBe(false)
    await typeAtEnd(one.window, '<2>')
    await one.close()
    running = []
    expect([...everyMark(place)]).toEqual([2])
  })

  test('has every letter after its page was loaded again in the moment after a key', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toBeVisible()
    // The moment after which letters are written never comes.
    await one.window.evaluate(() => void (window.setTimeout = (() => 0) as never))
    await typeAtEnd(one.window, 'chữ cuối')
    await expect(text(one.window)).toContainText('chữ cuối')
    await one.window.reload()
    await expect(text(one.window)).toContainText('chữ cuối')
  })

  test('outlives its page: a page that crashed comes back with everything', async () => {
    const one = await launch(path)
    await expect(text(one.window)).toBeVisible()
    await typeAtEnd(one.window, '<3>')
    await expect.poll(() => everyMark(path)).toContain(3)
    // Nothing may be asked of a dead page: it would never answer.
    await one.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise(resolve => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve(null))
          contents?.forcefullyCrashRenderer()
        }),
    )
    const words = () =>
      one.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript("document.querySelector('.report-text')?.textContent ?? ''")
          .then(String),
      )
    await expect.poll(words, { timeout: 30_000 }).toContain('<3>')
  })
})

test('a file that is no report is refused in words, and the program goes on', async () => {
  const other = join(folder, 'khác.duthao')
  await writeFile(other, 'không phải báo cáo'.repeat(100))
  const one = await launch()
  await choose(one, other)
  const reply = await one.window.evaluate(() => host.ask('report.open', {}))
  expect(reply).toMatchObject({ ok: false, code: 'unreadable-file' })
})

test('asks nothing of the network', async () => {
  const one = await launch(path)
  await one.app.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void asked.push(url))
  })
  await one.window.reload()
  await typeAtEnd(one.window, ' https://example.org ')
  await one.window.keyboard.press('Control+p')
  await expect(one.window.getByRole('img', { name: /^Trang 1/ })).toBeVisible({ timeout: 30_000 })
  const asked = (await inMain(one, 'asked')) as string[]
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.filter(url => !/^(app|blob|data|devtools):/.test(url))).toEqual([])
})
