import type { z } from 'zod';
import type { DamagedFrame as Schema } from '../../../shared/host/contract.js';

/** A frame that can no longer be read: its place, and whose it was if that much is still known. */
export type DamagedFrame = z.infer<typeof Schema>;
