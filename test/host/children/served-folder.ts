/* `du-thao serve` as a program of its own, for a test that kills it. Arguments: folder, port. Says "listening PORT". */
import { serveFolder } from '../../../electron/host/committee/serve-folder'

const [folder = '', port = '0'] = process.argv.slice(2)
const tell = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)

const { urls } = await serveFolder({
  ...{ folder, host: '127.0.0.1', port: Number(port) },
  ...{ onShutOut: tell, onBug: tell },
})
process.stdout.write(`listening ${new URL(urls[0] ?? '').port}\n`)
// Whoever started it is gone.
process.stdin.on('end', () => process.exit(0)).resume()
