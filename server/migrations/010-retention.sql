-- When the rule of retention looked after an organisation last, so that it does so once a day, whichever node comes first.
CREATE TABLE retention_run (
  organisation uuid PRIMARY KEY REFERENCES organisation,
  -- UTC milliseconds of the last look.
  looked_at bigint NOT NULL,
  -- What was announced earlier counts for nothing: the list was not kept for a while, and nobody could trust it.
  counts_from bigint NOT NULL,
  -- Calendar date, in the organisation's zone, of the last look that came to its end; '' before the first.
  done_on text NOT NULL
);
