/** How strongly a place in a calculation binds: what binds less stands in brackets there. */
export const STRENGTH = { sum: 1, product: 2, operand: 3 } as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];
