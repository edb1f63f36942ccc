/** Addresses of files that the bundler puts beside the code, never into it (`base: './'`). */
declare module '*?url&no-inline' {
  const url: string;
  export default url;
}
