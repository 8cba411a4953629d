// The paper desk's record put into a real store, event by event, so that its heads come out the same.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../src/core/digest.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Draft } from '../../../src/core/log.ts';
import type { Store } from '../../../src/core/store.ts';
import { openStore } from '../../../src/open-desk.ts';
import { EDITORS, LOGBOOK } from './harbour.ts';
import type { PaperDesk } from './paper-desk.ts';

export interface KeptDesk {
  readonly folder: string;
  readonly store: Store;
  close(): Promise<void>;
}

export async function keptDesk(...desks: readonly PaperDesk[]): Promise<KeptDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-report-'));
  const store = openStore(folder);
  const addedAt = '2031-05-04T08:00:00.000Z';
  for (const [id, name] of EDITORS)
    await store.addEditor({
      id,
      name,
      login: id,
      role: 'lead',
      disabled: false,
      passwordHash: null,
      createdAt: addedAt,
    });
  await store.changeSettings({ deskName: 'The Marrow Bay fact desk', secondSignature: true });
  await store.addFile(fileOf(LOGBOOK, addedAt));
  for (const desk of desks) await keep(store, desk, addedAt);
  return {
    folder,
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const fileOf = (bytes: Uint8Array, addedAt: string) => ({
  sha256: sha256(bytes),
  size: bytes.length,
  mediaType: 'text/plain',
  bytes,
  addedAt,
});

async function keep(store: Store, desk: PaperDesk, addedAt: string): Promise<void> {
  const { article, statements, events } = desk.reported();
  const [imported, ...later] = events;
  const original = fileOf(new TextEncoder().encode(article.text), addedAt);
  const first = { draft: draftOf(imported!), seen: null };
  await store.addArticle({ article, original, statements, entries: [first] });
  for (const event of later) await store.record([{ draft: draftOf(event), seen: null }]);
}

function draftOf(event: Event): Draft {
  const { seq: _, previous: __, hash: ___, payloadDigest: ____, ...draft } = event;
  return draft;
}
