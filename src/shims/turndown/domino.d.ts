declare module '@mixmark-io/domino' {
  /** @param html parsed as the HTML standard says */
  function createDocument(html?: string, force?: boolean): Document
  const domino: {readonly createDocument: typeof createDocument}
  export default domino
}
