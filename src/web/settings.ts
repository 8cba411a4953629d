// The settings of the desk: its name, the second signature, the second factor. For leads.
import { checkbox, readForm, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';

export const settingsRoutes: readonly Route[] = [
  { method: 'get', path: '/settings', needs: 'change_settings', handle: showSettings },
  { method: 'post', path: '/settings', needs: 'change_settings', handle: changeSettings },
];

async function showSettings(visit: Visit, web: Web): Promise<void> {
  const signed = present(visit);
  const model = { settings: await web.desk.store.settings(), saved: visit.request.query.saved === '1' };
  await render(
    visit.response,
    'settings',
    model,
    shellFor({ title: wordsFor(visit)('nav.settings'), signed, web, section: 'settings' }),
  );
}

async function changeSettings(visit: Visit, web: Web): Promise<void> {
  const change = readForm(visit, {
    deskName: requiredText(200, 'Give the desk a name.'),
    secondSignature: checkbox,
    publicReading: checkbox,
    secondFactor: checkbox,
  });
  await web.desk.store.changeSettings(change);
  web.log.info({ by: present(visit).editor.id, secondSignature: change.secondSignature }, 'settings changed');
  visit.response.redirect(303, '/settings?saved=1');
}
