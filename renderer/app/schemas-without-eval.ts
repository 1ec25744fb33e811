import { z } from 'zod';

// Imported before any schema is made: zod would probe `Function('')`, which the content security policy reports.
z.config({ jitless: true });
