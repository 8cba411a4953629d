// Puts the trained parts into one model file.
import { writeModelFile } from '../core/extract/model-file.js';
import type { Trees } from '../core/extract/trees.js';
import type { WeightTable } from '../core/extract/weight-table.js';
import type { WordClasses } from '../core/extract/word-classes.js';

export interface TrainedParts {
  readonly classes: WordClasses;
  readonly cueTable: WeightTable;
  readonly cueSteps: Float32Array;
  readonly roleTable: WeightTable;
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
      classKeys: parts.classes.keys,
      classValues: parts.classes.values,
      cueTags: parts.cueTable.tags,
      cueWeights: parts.cueTable.weights,
      cueSteps: parts.cueSteps,
      roleTags: parts.roleTable.tags,
      roleWeights: parts.roleTable.weights,
      roleSteps: parts.roleSteps,
      treeFeatures: parts.trees.features,
      treeThresholds: parts.trees.thresholds,
      treeLeaves: parts.trees.leaves,
    },
  });
}
