declare module '*.typ?raw' {
  const source: string;
  export default source;
}
declare module '*.ttf?inline' {
  /** A data address, base64. */
  const address: string;
  export default address;
}
