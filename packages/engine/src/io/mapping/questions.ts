import type { MappingQuestion } from './mapping-proposal.ts';
import type { ProposeContext } from './propose-context.ts';
import { Asked } from './questions/asked.ts';
import { askColumns } from './questions/column-questions.ts';
import { askFractions } from './questions/fraction-questions.ts';
import { askPeriod } from './questions/period-question.ts';
import { askHiddenRows } from './questions/hidden-questions.ts';
import { askIds } from './questions/list-questions.ts';
import { askRatings } from './questions/rating-questions.ts';
import { askRole } from './questions/role-question.ts';
import { askAlsoSubjects, askSubjectColumn, askSubjects, askTitledSubjects } from './questions/subject-questions.ts';
import { askRowUnits, askTableUnits } from './questions/unit-questions.ts';
import { askFieldWords, askValues } from './questions/value-questions.ts';
import { tableKey } from './sheet-mapping.ts';
import type { SheetChoice } from './sheet-draft.ts';

/** What only a person can know about a sheet. */
export function questionsOf(choice: SheetChoice, context: ProposeContext): MappingQuestion[] {
  const { role } = choice.mapping;
  const asked = new Asked(choice);
  if (role === 'own') return [];
  if (role === 'subjects') askIds(choice, asked);
  // Whoever is asked for the ids of a list can say that it is none; and whoever said what it is can change his mind.
  const isGiven = context.given.get(tableKey(choice.mapping))?.role !== undefined;
  const isAsked = asked.questions.length > 0 && !isGiven;
  if (!choice.isSure && choice.reason !== 'earlier' && !isAsked) askRole(choice, asked);
  if (role === 'ignore') return asked.questions;
  askSubjectColumn(choice, asked);
  if (role !== 'subjects') askPeriod(choice, context, asked);
  askHiddenRows(choice, asked);
  if (choice.mapping.alsoSubjects === true && choice.reason !== 'earlier') askAlsoSubjects(asked);
  if (role === 'wide' || role === 'long') {
    if (choice.reason !== 'earlier') askRatings(choice, context, asked);
    askColumns(choice, context, asked);
    askRowUnits(choice, context, asked);
    askTableUnits(choice, context, asked);
    askFractions(choice, asked);
    for (const column of choice.columns) {
      askValues(column, choice, context, asked);
      if (column.means.kind === 'item' || role === 'long') askFieldWords(column, choice, context, asked);
    }
    askTitledSubjects(choice, context, asked);
    if (choice.mapping.alsoSubjects !== true) askSubjects(choice, context, asked);
  }
  return asked.questions;
}
