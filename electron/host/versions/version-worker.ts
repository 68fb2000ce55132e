import { PdfEngine } from '../export/pdf/engine'
import { serveIsolated } from '../isolated/serve-isolated'
import { makeVersion, type MadeVersion, type VersionJob } from './make-version'

serveIsolated<VersionJob, MadeVersion>((job, progress) =>
  makeVersion(job, { setPdf: async source => (await PdfEngine.start()).compile(source), progress }),
)
