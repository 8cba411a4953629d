// Everything an editor can do, one function per act. Times, ids and the engine come with the desk; rules live in core/.
export * from './workflow/articles.js';
export * from './workflow/attribution.js';
export { type Desk, permit, type Seen } from './workflow/desk.js';
export * from './workflow/evidence.js';
export * from './workflow/findings.js';
export { type Registry, registryOf } from './workflow/link-speakers.js';
export * from './workflow/notes.js';
export * from './workflow/own-voice.js';
export * from './workflow/rating.js';
export * from './workflow/reading.js';
export * from './workflow/republications.js';
export * from './workflow/speakers.js';
export * from './workflow/undo.js';
export * from './workflow/versions.js';
export * from './workflow/webhooks.js';
export * from './workflow/words.js';
