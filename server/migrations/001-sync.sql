-- One organisation: a log of its own, and one counter row that orders it.
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Another one after each restore from a backup.
  epoch uuid NOT NULL,
  -- Place of the newest change set. Who writes holds this row until the commit, so that no reader passes a place that is not there yet.
  head bigint NOT NULL DEFAULT 0,
  -- Signs its cursors.
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE laptop (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation uuid NOT NULL REFERENCES organisation,
  -- Null: everybody at a stand uses it.
  recruiter text,
  name text NOT NULL,
  -- Ed25519, 32 bytes.
  public_key bytea NOT NULL UNIQUE,
  joined_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz,
  revoked_at timestamptz,
  wipe boolean NOT NULL DEFAULT false
);
CREATE INDEX laptop_organisation ON laptop (organisation);

-- Names under which journals number their change sets. A laptop that was put back has several; without a laptop it is the server's own.
CREATE TABLE device (
  id text PRIMARY KEY,
  organisation uuid NOT NULL REFERENCES organisation,
  laptop bigint REFERENCES laptop,
  last_n bigint NOT NULL DEFAULT 0
);
CREATE INDEX device_laptop ON device (laptop);
CREATE INDEX device_organisation ON device (organisation);

CREATE TABLE invitation (
  code_sha256 bytea PRIMARY KEY,
  organisation uuid NOT NULL REFERENCES organisation,
  recruiter text,
  expires_at timestamptz NOT NULL,
  used_by bigint REFERENCES laptop
);
CREATE INDEX invitation_organisation ON invitation (organisation);

CREATE TABLE nonce (
  device text NOT NULL,
  nonce text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (device, nonce)
);
CREATE INDEX nonce_expires ON nonce (expires_at);

-- The log. Every number that arrived has a place, also one that was refused or of which nothing is left: its body is null.
CREATE TABLE change_set (
  organisation uuid NOT NULL REFERENCES organisation,
  place bigint NOT NULL,
  device text NOT NULL REFERENCES device,
  n bigint NOT NULL,
  -- Null when the laptop could not read it any more.
  stamp text,
  refused text,
  -- Laptop's clock when it was sent, and the server's when it came; for people.
  sent_at bigint NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  -- Dossiers that its changes belong to; '-' stands for none in particular.
  dossiers text[] NOT NULL,
  -- Bytes of the body.
  size int NOT NULL,
  -- JSON as it is sent on. As text: jsonb would refuse some of what JSON may hold.
  body text,
  PRIMARY KEY (organisation, place),
  UNIQUE (device, n)
);
CREATE INDEX change_set_dossiers ON change_set USING gin (dossiers);

-- What all changes to one id join to.
CREATE TABLE record (
  organisation uuid NOT NULL REFERENCES organisation,
  tbl text NOT NULL,
  id text NOT NULL,
  -- '' for a record that belongs to none.
  dossier text NOT NULL,
  place bigint NOT NULL,
  erased boolean NOT NULL,
  -- Of an application: its vacancy. Of a vacancy: its department. Who may see a dossier follows from both.
  vacancy text,
  department text,
  -- First 8 bytes of the SHA-256 that the digest sums up.
  digest bigint NOT NULL,
  state text NOT NULL,
  PRIMARY KEY (organisation, tbl, id)
);
CREATE INDEX record_dossier ON record (organisation, dossier, tbl, id);
CREATE INDEX record_vacancy ON record (organisation, vacancy) WHERE vacancy IS NOT NULL;

-- Departments of the vacancies that a dossier's applications are in; '' for a vacancy that has none; empty without applications.
CREATE TABLE dossier_scope (
  organisation uuid NOT NULL REFERENCES organisation,
  dossier text NOT NULL,
  departments text[] NOT NULL,
  PRIMARY KEY (organisation, dossier)
);

-- When that changed, so that a pull tells who comes into sight and who leaves it.
CREATE TABLE scope_move (
  organisation uuid NOT NULL REFERENCES organisation,
  dossier text NOT NULL,
  place bigint NOT NULL,
  before text[] NOT NULL,
  PRIMARY KEY (organisation, dossier, place)
);
CREATE INDEX scope_move_place ON scope_move (organisation, place);

-- Dossiers that were erased as a whole. Nothing of theirs is ever taken again.
CREATE TABLE erased_dossier (
  organisation uuid NOT NULL REFERENCES organisation,
  dossier text NOT NULL,
  erased_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation, dossier)
);

CREATE TABLE file (
  organisation uuid NOT NULL REFERENCES organisation,
  id text NOT NULL,
  dossier text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  parts text[] NOT NULL,
  complete boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation, id)
);
CREATE INDEX file_dossier ON file (organisation, dossier);

CREATE TABLE file_part (
  organisation uuid NOT NULL,
  file text NOT NULL,
  part int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (organisation, file, part),
  FOREIGN KEY (organisation, file) REFERENCES file ON DELETE CASCADE
);
