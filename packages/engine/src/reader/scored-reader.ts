import type { Explanation } from '../explain/explanation.ts';
import type { Scored } from '../score/scored.ts';
import { answerProfile } from './answer-profile.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerSheet } from './answer-sheet.ts';
import type { ExplainQuery, ResultsReader } from './results-reader.ts';

/** How a reader gets an explanation; `null` when it has none. */
export type Explainer = (query: ExplainQuery) => Explanation | null | Promise<Explanation | null>;

/** Answers every question from scores that are already in memory. They never change, so nobody is ever notified. */
export function scoredReader(scored: Scored, explain: Explainer = () => null): ResultsReader {
  // Every method is async, so that a refusal is a rejection and never an exception in the caller's render.
  return {
    describe: async () => scored.description,
    ranking: async (query) => answerRanking(scored, query),
    sheet: async (query) => answerSheet(scored, query),
    profile: async (query) => answerProfile(scored, query),
    explain: async (query) => explain(query),
    subscribe: () => () => {},
  };
}
