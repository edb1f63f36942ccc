/** Fields of a row that conditions and rates can name. */
export const ROW_FIELDS = ['value', 'category', 'matter', 'date', 'rater', 'period', 'subject', 'item'] as const;
