import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { ClauseSchema, FormulaSchema, TitleSchema } from '../scheme/schema/common.ts';
import { localText } from '../scheme/texts.ts';
import type { RuleKind } from './rule.ts';

const ReasonSchema = Type.Object(
  {
    if: FormulaSchema,
    code: Type.Union([Type.Number(), Type.String({ minLength: 1 })]),
    title: Type.Optional(TitleSchema),
    clause: Type.Optional(ClauseSchema),
  },
  { additionalProperties: false },
);
export type Reason = Static<typeof ReasonSchema>;

const schema = Type.Array(ReasonSchema, {
  minItems: 1,
  description: 'The codes of all reasons that are known to hold, joined by `;`; `none` where there is none.',
});

/** All of several reasons that hold: for a talk, for incompleteness. */
export const reasons: RuleKind<readonly Reason[]> = {
  key: 'reasons',
  schema,
  compile(list, context) {
    const { plan, frame } = context;
    const nothing = plan.constant(frame, '');
    const codes = list.map((reason, number) => {
      const title = reason.title === undefined ? context.wording(reason.if) : localText(reason.title, '');
      const options = { kind: 'condition', clause: reason.clause ?? context.node.clause ?? '' } as const;
      const holds = context.step(context.condition(reason.if, [number, 'if']), title, options);
      return plan.select(holds, plan.constant(frame, String(reason.code)), nothing);
    });
    const joined = plan.add(frame, 'word', { kind: 'join', between: ';' }, codes);
    return plan.select(plan.compare('=', joined, nothing), plan.constant(frame, 'none'), joined);
  },
  describe: (list, { titleOf }) => outcomeTexts.reasons(list, titleOf),
};
