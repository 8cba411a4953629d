// Every route there is. A test walks this list for every role.
import { accountRoutes } from './account.js';
import { apiRoutes } from './api/operations.js';
import { articleRoutes } from './articles.js';
import { compareRoutes } from './compare.js';
import { deskRoutes } from './desk.js';
import { draftRoutes } from './drafts.js';
import { feedRoutes } from './feeds.js';
import { fileRoutes } from './files.js';
import { findingRoutes } from './findings.js';
import { healthRoutes } from './health.js';
import { importRoutes } from './imports.js';
import { jointReportRoutes } from './joint-reports.js';
import { languageRoutes } from './language.js';
import { logRoutes } from './log.js';
import { mentionRoutes } from './mentions.js';
import { peopleRoutes } from './people.js';
import { queueRoutes } from './queue.js';
import { readerRoutes } from './reader.js';
import { reportRoutes } from './reports.js';
import type { Route } from './route.js';
import { searchRoutes } from './search.js';
import { settingsRoutes } from './settings.js';
import { signInRoutes } from './sign-in.js';
import { speakerRoutes } from './speakers.js';
import { statementRoutes } from './statements.js';
import { tourRoutes } from './tour.js';
import { versionRoutes } from './versions.js';
import { webhookRoutes } from './webhooks.js';

export const ROUTES: readonly Route[] = [
  ...deskRoutes,
  // Before `/articles/:id`, which would take “new” for an id.
  ...importRoutes,
  ...articleRoutes,
  ...versionRoutes,
  ...statementRoutes,
  ...reportRoutes,
  ...jointReportRoutes,
  ...findingRoutes,
  ...compareRoutes,
  ...readerRoutes,
  ...feedRoutes,
  ...speakerRoutes,
  ...queueRoutes,
  ...mentionRoutes,
  ...draftRoutes,
  ...searchRoutes,
  ...logRoutes,
  ...fileRoutes,
  ...healthRoutes,
  ...languageRoutes,
  ...tourRoutes,
  ...signInRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...webhookRoutes,
  ...apiRoutes,
];
