// Every view and its model, in one list: a wrong model does not compile, and a test renders them all.
import type { AccountViews } from './account-views.js';
import type { ArticlesModel } from './articles.js';
import type { BenchModel } from './bench/bench-page.js';
import type { Facets } from './bench/filter.js';
import type { Panel } from './bench/panel.js';
import type { PrintedNote, ShownBlock, ShownGroup } from './bench/shown-text.js';
import type { CompareModel } from './compare.js';
import type { DeskModel } from './desk.js';
import type { FindingsModel } from './findings.js';
import type { PreviewModel } from './imports/preview-page.js';
import type { FeedModel, ImportModel } from './imports.js';
import type { JointReportModel } from './joint-reports.js';
import type { LogModel } from './log.js';
import type { Matrix } from './pictures.js';
import type { QueueModel } from './queue.js';
import type { ReadModel } from './reader/read-model.js';
import type { EmbedModel, ReadListModel } from './reader.js';
import type { Answer } from './refusals.js';
import type { SafeHtml } from './render.js';
import type { ReportsModel } from './reports.js';
import type { SearchModel } from './search.js';
import type { SpeakerModel, SpeakersModel } from './speakers.js';
import type { Tour } from './tour.js';
import type { ChangesModel, ReadChangesModel } from './versions/change-page.js';
import type { WebhookModel, WebhooksModel } from './webhooks.js';

export interface Views extends AccountViews {
  refusal: Answer;
  desk: DeskModel;
  articles: ArticlesModel;
  'article-new': ImportModel;
  'article-preview': PreviewModel;
  /** A feed that was brought instead of an article: what it lists, to pick from. */
  feed: FeedModel;
  bench: BenchModel & { readonly tour: Tour | null };
  /** The panel alone, for the script that moves from one statement to the next. */
  compare: CompareModel;
  panel: { panel: Panel | null };
  /** The article's text, and its title, with their marks: rendered once and kept, then laid into the bench. */
  text: { groups: readonly ShownGroup[]; notes: readonly PrintedNote[] };
  headline: { block: ShownBlock };
  names: { names: readonly string[] };
  glance: { matrix: Matrix; timeline: SafeHtml };
  chips: { articleId: string; facets: Facets };
  /** An article's versions and copies, and how one version differs from another; the second is for readers. */
  changes: ChangesModel;
  findings: FindingsModel;
  'read-changes': ReadChangesModel;
  reports: ReportsModel;
  'joint-report': JointReportModel;
  'read-list': ReadListModel;
  read: ReadModel;
  embed: EmbedModel;
  log: LogModel;
  queue: QueueModel;
  search: SearchModel;
  speakers: SpeakersModel;
  speaker: SpeakerModel;
  webhooks: WebhooksModel;
  webhook: WebhookModel;
}
