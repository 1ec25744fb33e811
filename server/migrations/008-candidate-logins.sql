-- Who may log in to a page of their own. No password stands here, only what scrypt makes of it, with its salt and parameters beside it.
CREATE TABLE candidate_login (
  organisation uuid NOT NULL REFERENCES organisation,
  -- The address to which the password went, in small letters.
  user_name text NOT NULL,
  dossier text NOT NULL,
  password text NOT NULL,
  -- UTC milliseconds: when the password was made for a mail; null for one that the person chose.
  mailed_at bigint,
  PRIMARY KEY (organisation, user_name)
);
CREATE INDEX candidate_login_dossier ON candidate_login (organisation, dossier);

-- Of a session's token only the SHA-256 is kept.
CREATE TABLE candidate_session (
  token_sha256 bytea PRIMARY KEY,
  organisation uuid NOT NULL,
  user_name text NOT NULL,
  -- UTC milliseconds.
  expires_at bigint NOT NULL,
  FOREIGN KEY (organisation, user_name) REFERENCES candidate_login ON DELETE CASCADE
);
CREATE INDEX candidate_session_login ON candidate_session (organisation, user_name);
CREATE INDEX candidate_session_expires ON candidate_session (expires_at);
