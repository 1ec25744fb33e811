/** What a screen knows of something that may change under it. */
export type Live<Value, Code extends string = 'store/damaged'> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly code: Code };

/** Emits now and after every change that touches it, until the returned function is called. */
export interface LiveQuery<Value> {
  subscribe(listener: (state: Live<Value>) => void): () => void;
}
