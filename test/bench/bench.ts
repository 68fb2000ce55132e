import type { Report } from '../../shared/report/report'
import { ownTemporaryFolder } from '../support/own-temporary-folder'
import type { Figure } from './figure'
import { measureCluster } from './cluster'
import { measureColleagues } from './colleagues'
import { measureCompare } from './compare'
import { measureCompareWindow } from './compare-window'
import { measureFiles } from './files'
import { measureGate } from './gate'
import { measureHost } from './host'
import { measureModel } from './model'
import { measureReview } from './review'
import { sampleReport } from './sample-report'
import { measureVersions } from './versions'
import { measureWindow } from './window'

// `npm run bench [-- model files compare gate host cluster window colleagues review versions]`: one line of JSON for each figure. It measures and judges nothing.

const parts: Record<string, (sample: Report) => AsyncIterable<Figure>> = {
  model: measureModel,
  files: measureFiles,
  compare: measureCompare,
  gate: measureGate,
  host: measureHost,
  cluster: measureCluster,
  window: measureWindow,
  colleagues: measureColleagues,
  'compare-window': measureCompareWindow,
  review: measureReview,
  versions: measureVersions,
}

ownTemporaryFolder()
const wanted = process.argv.slice(2).filter(argument => argument in parts)
const sample = await sampleReport()
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for await (const figure of measure(sample)) console.log(JSON.stringify(figure))
}
process.exit(0)
