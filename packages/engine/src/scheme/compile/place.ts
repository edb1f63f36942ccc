import type { NodeId } from '../../plan/plan.ts';
import type { SchemePath } from '../finding.ts';

/**
 * Where in the file a column of the plan was written: the rule of a node, a formula, a table of bands, or a limit that
 * cuts another column off. The plan itself knows nothing of the file; checks find their way back by these.
 */
export interface Place {
  readonly kind: PlaceKind;
  readonly part: string;
  /** Node whose rule was being compiled; empty outside of nodes. */
  readonly node: string;
  readonly path: SchemePath;
  readonly column: NodeId;
}

export type PlaceKind = 'rule' | 'formula' | 'bands' | 'limit';
