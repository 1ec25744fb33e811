-- Links to pages that people open without a login. Of a token only its SHA-256 is kept, beside the record that asks; both go together.
CREATE TABLE page_link (
  token_sha256 bytea PRIMARY KEY,
  organisation uuid NOT NULL,
  tbl text NOT NULL,
  record text NOT NULL
);
CREATE INDEX page_link_record ON page_link (organisation, tbl, record);
INSERT INTO page_link (token_sha256, organisation, tbl, record)
SELECT decode(found.hash[1], 'hex'), organisation, tbl, id
FROM record CROSS JOIN LATERAL regexp_matches(state, '"tokenHash":"([0-9a-f]{64})"', 'g') AS found (hash)
WHERE tbl = 'panelReview' AND NOT erased
ON CONFLICT DO NOTHING;
