// What the trainer was tuned to, on articles held out of the training split.

/** Confidence is learned on one fold; every fold's cues are proposed by a chain trained on the others. */
export const FOLDS = 5;
/** Stories of our own are looked at so often for each look at an article: there are few of them, and they are what is read. */
export const STORY_LOOKS = 3;
/** Roles are learned around cues at least this probable. */
export const PROPOSED = 0.06;

const SEED = 1;

export const CUE_SETTINGS = { epochs: 6, rate: 0.015, l2: 1e-3, dropout: 0, leastCount: 2, seed: SEED };
export const ROLE_SETTINGS = { epochs: 6, rate: 0.008, l2: 1e-4, dropout: 0, leastCount: 3, seed: SEED };
export const HUNCH_SETTINGS = { epochs: 3, rate: 0.06, seed: SEED };
export const LEAST_SEEN_KEY = 2;
export const TREE_SETTINGS = { trees: 150, depth: 5, rate: 0.08, leastInLeaf: 30, shrink: 5 };
export const CUE_TREE_SETTINGS = { trees: 100, depth: 4, rate: 0.1, leastInLeaf: 20, shrink: 5 };

/** Slots of the packed tables. */
export const SLOTS = { part: 1 << 16, cue: 1 << 19, role: 1 << 19, hunch: 1 << 18 };
