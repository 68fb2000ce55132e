import type { Report } from '../report/report'
import { blockIdProblems } from './block-ids'
import { fieldProblems } from './fields'
import { headingProblems } from './headings'
import { indicatorProblems } from './indicators'
import { noteProblems } from './notes'
import { optionsProblems } from './options'
import type { Problem } from './problem'
import { unfinishedWords } from './unfinished-words'

/**
 * Everything about a report that a person should look at before it goes out. The schema admits all of it:
 * strictness there would delete what two people made together.
 */
export const problemsOf = (report: Report): readonly Problem[] => [
  ...fieldProblems(report),
  ...headingProblems(report),
  ...blockIdProblems(report),
  ...noteProblems(report),
  ...indicatorProblems(report),
  ...optionsProblems(report),
  ...unfinishedWords(report),
]
