-- When the laptop last began to load all records: whatever it wrote had come by then. After a restore the server sends nothing for it before.
ALTER TABLE laptop ADD COLUMN loaded_at timestamptz;
UPDATE laptop SET loaded_at = now();
