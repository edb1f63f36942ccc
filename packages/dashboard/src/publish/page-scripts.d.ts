/** The classic scripts of the widgets, carried by the build as files of its own (`scripts/page-scripts.mjs`). */
declare module 'virtual:kaoheng-page-scripts' {
  export const pageScripts: readonly { readonly name: string; readonly url: string }[];
}
