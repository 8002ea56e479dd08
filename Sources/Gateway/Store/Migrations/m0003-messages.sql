-- What goes out, what has come in, and the telephone calls.

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  ref TEXT NOT NULL UNIQUE,
  lane INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('text', 'call', 'command')),
  number TEXT,
  state TEXT NOT NULL,
  delivery TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  provider TEXT,
  provider_id TEXT,
  sent_at INTEGER,
  tries INTEGER NOT NULL,
  possible_duplicate_of INTEGER,
  format INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE INDEX outbox_pending ON outbox (lane, due_at, id) WHERE state = 'pending';
CREATE INDEX outbox_on_its_way ON outbox (state, id) WHERE state IN ('sending', 'unknown');
CREATE INDEX outbox_by_provider ON outbox (provider_id, provider) WHERE provider_id IS NOT NULL;
CREATE INDEX outbox_texts ON outbox (number, sent_at) WHERE channel = 'text' AND sent_at IS NOT NULL;

-- Every provider event that has been seen, so that a repeat changes nothing.
CREATE TABLE inbound (
  provider TEXT NOT NULL,
  key TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  payload TEXT,
  is_orphan INTEGER NOT NULL,
  PRIMARY KEY (provider, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX inbound_latest ON inbound (provider, received_at);

CREATE TABLE calls (
  ref TEXT NOT NULL PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  provider TEXT NOT NULL,
  provider_id TEXT,
  placed_at INTEGER NOT NULL,
  ended_at INTEGER,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX calls_live ON calls (placed_at) WHERE ended_at IS NULL;
CREATE INDEX calls_by_provider ON calls (provider_id, provider) WHERE provider_id IS NOT NULL;
