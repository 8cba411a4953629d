// Puts the trained parts into one model file.
import { writeModelFile } from '../core/extract/model-file.js';
import type { Trees } from '../core/extract/trees.js';
import type { Lexicon } from '../core/extract/words.js';
import type { Packed } from './pack.js';

export interface TrainedParts {
  readonly lexicon: Required<Lexicon>;
  readonly cueTable: Packed;
  readonly cueSteps: Float32Array;
  readonly roleTable: Packed;
  readonly roleSteps: Float32Array;
  readonly trees: Trees;
}

export function modelBytes(parts: TrainedParts): Uint8Array {
  return writeModelFile({
    name: 'linear 1',
    facts: {
      cueScale: parts.cueTable.scale,
      roleScale: parts.roleTable.scale,
      treeDepth: parts.trees.depth,
      treeBias: parts.trees.bias,
    },
    sections: {
      classKeys: parts.lexicon.classes.keys,
      classValues: parts.lexicon.classes.values,
      certainTags: parts.lexicon.parts.certain.tags,
      certainParts: parts.lexicon.parts.certain.weights,
      partTags: parts.lexicon.parts.table.tags,
      partWeights: parts.lexicon.parts.table.weights,
      cueRows: parts.cueTable.rows,
      cueSteps: parts.cueSteps,
      roleRows: parts.roleTable.rows,
      roleSteps: parts.roleSteps,
      treeFeatures: parts.trees.features,
      treeThresholds: Float32Array.from(parts.trees.thresholds),
      treeLeaves: parts.trees.leaves,
    },
  });
}
