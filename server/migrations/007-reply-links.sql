-- Links to the page where candidates answer, of mails that a laptop sent before this server knew of them.
INSERT INTO page_link (token_sha256, organisation, tbl, record)
SELECT decode(found.hash[1], 'hex'), organisation, tbl, id
FROM record CROSS JOIN LATERAL regexp_matches(state, '"replyTokenHash":"([0-9a-f]{64})"') AS found (hash)
WHERE tbl = 'message' AND NOT erased
ON CONFLICT DO NOTHING;
