import type { SealedRow } from '../../renderer/data/database.js';

/** IndexedDB without anything of ours: the limit that the working store is measured against. */
export async function openRaw(name: string): Promise<IDBDatabase> {
  return await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const records = request.result.createObjectStore('records', { keyPath: 'id' });
      records.createIndex('owner', 'owner');
      records.createIndex('changedSeq', 'changedSeq');
      request.result.createObjectStore('segments', { keyPath: 'n' });
      const plain = request.result.createObjectStore('plain', { keyPath: 'id' });
      plain.createIndex('vacancy', 'vacancyId');
      plain.createIndex('vacancyStatus', ['vacancyId', 'status']);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('raw database', { cause: request.error }));
    };
  });
}

/** Puts rows in one relaxed transaction, all requests at once: the fastest way IndexedDB offers. */
export async function putRaw(database: IDBDatabase, store: string, rows: readonly unknown[]): Promise<void> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  const target = transaction.objectStore(store);
  for (const row of rows) target.put(row);
  transaction.commit();
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onerror = () => {
      reject(new Error('raw put', { cause: transaction.error }));
    };
  });
}

export async function ask<Value>(request: IDBRequest<Value>): Promise<Value> {
  return await new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('raw read', { cause: request.error }));
    };
  });
}

/** Sealed rows as they lie in the store, once more in a store of nothing but IndexedDB. */
export async function putRowsAgain(rows: readonly SealedRow[], name: string) {
  const raw = await openRaw(name);
  const start = performance.now();
  await putRaw(raw, 'records', rows);
  const ms = performance.now() - start;
  raw.close();
  return { ms, bytes: rows.reduce((sum, { box }) => sum + box.byteLength, 0) };
}
