import { contextBridge, ipcRenderer } from 'electron';
import type { Channel } from '../../shared/host/contract.js';

/**
 * All that the page gets from Electron: a call of the contract, answered with a `Result`. Neither `ipcRenderer` nor an event
 * object reaches the page, and the prefix keeps it from every other channel.
 */
contextBridge.exposeInMainWorld('host', {
  invoke: (channel: Channel, input: unknown): Promise<unknown> => ipcRenderer.invoke(`fairdesk:${channel}`, input),
});
