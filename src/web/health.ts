// `/healthz`: whether the desk answers and its store can be read. It says nothing else.
import type { Route, Visit, Web } from './route.js';

export const healthRoutes: readonly Route[] = [
  { method: 'get', path: '/healthz', needs: 'anyone', handle: health },
];

async function health({ response }: Visit, { desk }: Web): Promise<void> {
  await desk.store.settings();
  response.type('text/plain').send('ok\n');
}
