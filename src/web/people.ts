// The people of the desk.
import { z } from 'zod';
import { ROLES } from '../core/editor.js';
import { forbidden, invalid, Refusal } from '../core/errors.js';
import { type Problem, readForm, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

export const peopleRoutes: readonly Route[] = [
  { method: 'get', path: '/people', needs: 'manage_people', handle: showPeople },
  { method: 'post', path: '/people', needs: 'manage_people', handle: addPerson },
  { method: 'post', path: '/people/:id', needs: 'manage_people', handle: changePerson },
];

async function peoplePage(
  visit: Visit,
  web: Web,
  extras: { problem?: Problem | null; code?: { name: string; code: string } | null; status?: number } = {},
): Promise<void> {
  const signed = present(visit);
  const model = {
    people: await web.desk.store.editors(),
    roles: ROLES,
    self: signed.editor.id,
    code: extras.code ?? null,
    welcome: `${web.desk.publicUrl ?? ''}/welcome`,
    problem: extras.problem ?? null,
  };
  await render(
    visit.response,
    'people',
    model,
    shellFor({ title: wordsFor(visit)('nav.people'), signed, web, section: 'people' }),
    extras.status,
  );
}

function showPeople(visit: Visit, web: Web): Promise<void> {
  return peoplePage(visit, web);
}

async function addPerson(visit: Visit, web: Web): Promise<void> {
  try {
    const given = readForm(visit, {
      login: requiredText(100, 'Give a sign-in name.'),
      name: requiredText(200, 'Give the person a name.'),
      role: z.enum(ROLES),
    });
    const { editor, code } = await web.accounts.add({ ...given, login: given.login.toLowerCase() });
    web.log.info({ by: present(visit).editor.id, editor: editor.id, role: editor.role }, 'person added');
    await peoplePage(visit, web, { code: { name: editor.name, code } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await peoplePage(visit, web, { problem: problemOf(error), status: STATUS[error.code] });
  }
}

async function changePerson(visit: Visit, web: Web): Promise<void> {
  const signed = present(visit);
  const id = String(visit.request.params.id);
  const person = await web.desk.store.editor(id);
  const given = readForm(visit, {
    act: z.enum(['role', 'disable', 'enable', 'reset', 'sign_out']),
    role: z.enum(ROLES).optional(),
  });
  if (id === signed.editor.id && (given.act === 'disable' || given.act === 'role'))
    throw forbidden(
      'Somebody else has to do that to your own account, so that a desk never locks itself out.',
    );
  web.log.info({ by: signed.editor.id, editor: id, act: given.act }, 'person changed');
  switch (given.act) {
    case 'role':
      if (!given.role) throw invalid('Choose a role.', 'role');
      await web.desk.store.changeEditor(id, { role: given.role });
      break;
    case 'disable':
      await web.accounts.disable(id);
      break;
    case 'enable':
      await web.accounts.enable(id);
      break;
    case 'sign_out':
      await web.accounts.endSessions(id, null);
      break;
    case 'reset': {
      const code = await web.accounts.reset(id);
      return peoplePage(visit, web, { code: { name: person.name, code } });
    }
  }
  visit.response.redirect(303, '/people');
}
