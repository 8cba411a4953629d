// What the trainer was tuned to, on articles held out of the training split.

/** Confidence is learned on one fold; every fold's cues are proposed by a chain trained on the others. */
export const FOLDS = 5;
/** Roles are learned around cues at least this probable. */
export const PROPOSED = 0.06;

const SEED = 1;

export const CUE_SETTINGS = { epochs: 4, rate: 0.05, l2: 1e-3, dropout: 0, leastCount: 2, seed: SEED };
export const ROLE_SETTINGS = { epochs: 3, rate: 0.05, l2: 1e-4, dropout: 0, leastCount: 3, seed: SEED };
export const TREE_SETTINGS = { trees: 150, depth: 4, rate: 0.07, leastInLeaf: 20, shrink: 5 };

/** Slots of the packed tables. */
export const SLOTS = { part: 1 << 16, cue: 1 << 19, role: 1 << 19 };
