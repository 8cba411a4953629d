// The thread the statements of long articles are found in.
import type { ArticleText } from './core/article.js';
import { extractStatements } from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';
import { loadEngine } from './engine.js';
import { answerQuestions } from './importers/threads.js';

answerQuestions<ArticleText, readonly ExtractedStatement[]>(async (article) =>
  extractStatements(article, await loadEngine()),
);
