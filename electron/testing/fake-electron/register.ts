import { register } from 'node:module';

const FAKE = new URL('electron.ts', import.meta.url).href;
const HOOK = `export async function resolve(name, context, next) {
  return await next(name === 'electron' ? ${JSON.stringify(FAKE)} : name, context);
}`;

// Loaded before the program (`--import`): whoever imports `electron` gets the fake one.
register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
