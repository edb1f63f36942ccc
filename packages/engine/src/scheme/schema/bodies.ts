/** Kinds of bodies that are appraised, in the order in which lists show them. */
export const SCHEME_BODIES = [
  'county',
  'township',
  'village',
  'office',
  'party',
  'school',
  'hospital',
  'company',
  'other',
] as const;
export type SchemeBody = (typeof SCHEME_BODIES)[number];
