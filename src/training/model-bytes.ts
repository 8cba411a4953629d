// Puts the trained parts into one model file.
import { writeModelFile } from '../core/extract/model-file.js';
import type { ScoreTable } from '../core/extract/score-table.js';
import type { Trees } from '../core/extract/trees.js';
import type { Lexicon } from '../core/extract/words.js';
import type { Packed } from './pack.js';

export interface TrainedParts {
  readonly lexicon: Required<Lexicon>;
  readonly cueTable: Packed;
  readonly cueSteps: Float32Array;
  readonly roleTable: Packed;
  readonly roleSteps: Float32Array;
  readonly hunches: ScoreTable;
  readonly trees: Trees;
  readonly cueTrees: Trees;
}

export function modelBytes(parts: TrainedParts): Uint8Array {
  return writeModelFile({
    name: 'linear 2',
    facts: {
      cueScale: parts.cueTable.scale,
      roleScale: parts.roleTable.scale,
      hunchScale: parts.hunches.scale,
      hunchBias: parts.hunches.bias,
      treeDepth: parts.trees.depth,
      treeBias: parts.trees.bias,
      cueTreeDepth: parts.cueTrees.depth,
      cueTreeBias: parts.cueTrees.bias,
    },
    sections: {
      classKeys: parts.lexicon.classes.keys,
      classValues: parts.lexicon.classes.values,
      certainTags: parts.lexicon.parts.certain.tags,
      certainParts: parts.lexicon.parts.certain.parts,
      partTags: parts.lexicon.parts.table.tags,
      partWeights: parts.lexicon.parts.table.weights,
      cueRows: parts.cueTable.rows,
      cueSteps: parts.cueSteps,
      roleRows: parts.roleTable.rows,
      roleSteps: parts.roleSteps,
      hunchRows: parts.hunches.rows,
      treeFeatures: parts.trees.features,
      treeThresholds: Float32Array.from(parts.trees.thresholds),
      treeLeaves: parts.trees.leaves,
      cueTreeFeatures: parts.cueTrees.features,
      cueTreeThresholds: Float32Array.from(parts.cueTrees.thresholds),
      cueTreeLeaves: parts.cueTrees.leaves,
    },
  });
}
