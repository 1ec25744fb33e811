-- The record that named it was deleted: its bytes are gone, and it is not taken again.
ALTER TABLE file ADD COLUMN erased boolean NOT NULL DEFAULT false;

-- The laptop said so itself: its key signs for nothing any more.
ALTER TABLE laptop ADD COLUMN left_at timestamptz;
