import { z } from 'zod';
import type { Json } from '../lib/json.js';

/** Nothing of ours comes near it. */
const DEEPEST = 64;

/**
 * Any value of JSON, at most 64 deep. Most of it comes from `JSON.parse` and is nothing else; `z.json()` keeps books about cycles
 * that it cannot have, which took a sixth of a first load.
 */
export const JsonValue: z.ZodType<Json, Json> = z.unknown().refine((value) => isJson(value, DEEPEST)) as z.ZodType<
  Json,
  Json
>;

function isJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (depth === 0) return false;
      if (Array.isArray(value)) return value.every((item) => isJson(item, depth - 1));
      return isPlain(value) && Object.values(value).every((item) => isJson(item, depth - 1));
    default:
      return false;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
