// The models of the account pages.
import type { Session } from '../core/account-store.js';
import type { Editor, Role } from '../core/editor.js';
import type { Settings } from '../core/store.js';
import type { Token } from '../core/token-store.js';
import type { Problem } from './form.js';
import type { KeptForm } from './kept-form.js';

export interface AccountViews {
  'sign-in': { login: string; next: string; kept: KeptForm | null; problem: Problem | null };
  'sign-in-code': { next: string; kept: KeptForm | null; problem: Problem | null };
  resume: { kept: KeptForm };
  welcome: { problem: Problem | null };
  account: {
    editor: Editor;
    sessions: readonly (Session & { own: boolean })[];
    hasSecondFactor: boolean;
    enrolment: { secret: string; uri: string } | null;
    recoveryCodes: readonly string[];
    tokens: readonly Token[];
    /** A token just made, shown this once. */
    token: string | null;
    problem: Problem | null;
  };
  people: {
    people: readonly Editor[];
    roles: readonly Role[];
    self: string;
    code: { name: string; code: string } | null;
    /** Where the code is used: an address where the desk knows its own, else a path. */
    welcome: string;
    problem: Problem | null;
  };
  settings: { settings: Settings; saved: boolean };
}
