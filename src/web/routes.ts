// Every route there is. A test walks this list for every role.
import { accountRoutes } from './account.js';
import { peopleRoutes } from './people.js';
import type { Route } from './route.js';
import { settingsRoutes } from './settings.js';
import { signInRoutes } from './sign-in.js';

export const ROUTES: readonly Route[] = [
  ...signInRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
];
