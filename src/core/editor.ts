// The people of a desk and what each role may do. Authorisation is decided here and nowhere else.

/** From least to most. Each role may do everything the ones before it may. */
export const ROLES = ['reader', 'editor', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Editor {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** What is asked for: each act and each kind of page has one of these. */
export const PERMISSIONS = {
  own_account: 'reader',
  /** Also of anyone at all, where the desk's settings open its readers' pages. */
  read_published: 'reader',
  read_desk: 'editor',
  import: 'editor',
  review: 'editor',
  annotate: 'editor',
  read_confidential: 'editor',
  export: 'editor',
  manage_registry: 'editor',
  assign: 'lead',
  publish: 'lead',
  change_settings: 'lead',
  manage_people: 'admin',
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof PERMISSIONS;

export const may = (editor: Pick<Editor, 'role' | 'disabled'> | null, permission: Permission): boolean =>
  editor !== null && !editor.disabled && ROLES.indexOf(editor.role) >= ROLES.indexOf(PERMISSIONS[permission]);
