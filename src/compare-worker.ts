// The thread long versions are compared in.
import type { ChangedParagraph } from './core/anchor/changed-paragraphs.js';
import type { Version } from './core/anchor/version.js';
import { type Carried, compareHere } from './core/compare-versions.js';
import { answerQuestions } from './importers/threads.js';

export type CompareJob =
  | { readonly as: 'carry'; readonly older: Version; readonly newer: Version }
  | { readonly as: 'differ'; readonly older: string; readonly newer: string };

answerQuestions<CompareJob, readonly Carried[] | readonly ChangedParagraph[]>(async (job) => {
  switch (job.as) {
    case 'carry':
      return compareHere.carry(job.older, job.newer);
    case 'differ':
      return compareHere.differ(job.older, job.newer);
  }
});
