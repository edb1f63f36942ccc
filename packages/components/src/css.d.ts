/** Style sheets are imported as text and lowered for old browsers on the way. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
