// `whosaid user`: the people of a desk, from the terminal.
import { uuidv7 } from 'uuidv7';
import { accounts } from '../accounts/accounts.js';
import { ROLES, type Role } from '../core/editor.js';
import { notFound } from '../core/errors.js';
import type { Store } from '../core/store.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

export async function userCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: { ...DATA_OPTION, name: { type: 'string' }, role: { type: 'string' } },
    allowPositionals: true,
  });
  const [act, login] = positionals;
  return withStore(values.data, io, async (store) => {
    const people = accounts(store, Date.now, uuidv7);
    switch (act) {
      case 'list':
        for (const person of await store.editors())
          say(
            io,
            `${person.login.padEnd(20)} ${person.role.padEnd(7)} ${person.name}${person.disabled ? ' (disabled)' : ''}`,
          );
        return EXIT.done;
      case 'add': {
        const role = roleNamed(values.role ?? 'editor');
        const { code } = await people.add({ login: named(login), name: values.name ?? named(login), role });
        say(
          io,
          `Added ${login} as ${role}. First sign-in: open /welcome and use the code ${code} (once, within three days).`,
        );
        return EXIT.done;
      }
      case 'disable':
        await people.disable(await idOf(store, named(login)));
        say(io, `${login} is disabled and signed out everywhere.`);
        return EXIT.done;
      case 'enable':
        await people.enable(await idOf(store, named(login)));
        say(io, `${login} is enabled.`);
        return EXIT.done;
      case 'reset':
        say(
          io,
          `Open /welcome and use the code ${await people.reset(await idOf(store, named(login)))} (once, within three days).`,
        );
        return EXIT.done;
      default:
        throw new UsageError('say what to do: list, add, disable, enable or reset');
    }
  });
}

function named(login: string | undefined): string {
  if (login === undefined) throw new UsageError('name the account');
  return login;
}

function roleNamed(role: string): Role {
  const found = ROLES.find((known) => known === role);
  if (!found) throw new UsageError(`a role is one of ${ROLES.join(', ')}`);
  return found;
}

async function idOf(store: Store, login: string): Promise<string> {
  const account = await store.findAccount(login);
  if (!account) throw notFound(`Nobody signs in as “${login}”. See whosaid user list.`);
  return account.id;
}
