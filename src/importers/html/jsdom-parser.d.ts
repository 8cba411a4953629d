// The small DOM that Readability's own package carries and is tested on; it comes without types.
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** Well-formed markup only. `url` is what relative links are resolved against. */
    parse(markup: string, url?: string): import('./body-of-page.js').SlimDocument;
  }
}
