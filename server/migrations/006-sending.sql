-- Messages that the server itself is to send: those whose `deliverBy` names its device, as far as they wait or are being sent.
CREATE TABLE outgoing (
  organisation uuid NOT NULL,
  -- Of the message's record.
  id text NOT NULL,
  -- From when on it may leave, UTC milliseconds; 0 also for one that is being sent.
  due_at bigint NOT NULL,
  -- Which pass of which node has it, and until when without a sign of life. Only the holder may begin to hand it over.
  claim text,
  claimed_until timestamptz,
  PRIMARY KEY (organisation, id)
);
CREATE INDEX outgoing_due ON outgoing (due_at);

-- What was handed over to a mail server or a gateway, and what it answered. It outlives every dossier and says nothing about anybody.
CREATE TABLE handed_over (
  organisation uuid NOT NULL,
  -- RFC 5322, with its angle brackets.
  message_id text NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  -- JSON, without the words of the other side; null: it was begun, and no answer was noted.
  outcome text,
  PRIMARY KEY (organisation, message_id)
);

-- When a backup was last put back, UTC milliseconds: what was due before may have left, though the store does not know of it.
ALTER TABLE organisation ADD COLUMN restored_at bigint NOT NULL DEFAULT 0;
