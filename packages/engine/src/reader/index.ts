/**
 * The light entry of the engine (`@kaoheng/engine/reader`): contracts, published results and their answers. Pages with
 * published results load this and nothing else of the engine; keep it free of decimal.js, YAML, DuckDB and parsers.
 */
export type { Figure, LocalText } from './figure.ts';
export type * from './results-reader.ts';
export { ReaderError } from './results-reader.ts';
export type * from '../explain/explanation.ts';
export type { Scored, ScoredKey, ScoredPart } from '../score/scored.ts';
export { PUBLISHED_FORMAT, PUBLISHED_VERSION } from './published-file.ts';
export type { PublishedExplanation, PublishedFile, PublishedPart, PublishedReference } from './published-file.ts';
export { defuseFormula } from './defuse-formula.ts';
export { compareDecimals, isDecimal, roundDecimal, subtractDecimals } from './decimal-text.ts';
export { MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure } from './make-figure.ts';
export { childItems, mainItems, topItems } from './node-tree.ts';
export { answerRanking } from './answer-ranking.ts';
export { answerSheet } from './answer-sheet.ts';
export { answerProfile } from './answer-profile.ts';
export { scoredReader } from './scored-reader.ts';
export type { Explainer } from './scored-reader.ts';
export { parsePublishedText, publishedReader } from './published-reader.ts';
export type { PublishedReaderOptions, PublishedSource } from './published-reader.ts';
export { makePublication, publish } from './publish.ts';
export { defaultGroupMode } from './publish-groups.ts';
export type {
  GroupCode,
  GroupMode,
  GroupModes,
  HeldBack,
  Publication,
  PublishOptions,
  PublishSelection,
  SubjectCode,
} from './publish.ts';
