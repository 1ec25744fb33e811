declare module '*.mjml?raw' {
  const source: string;
  export default source;
}
