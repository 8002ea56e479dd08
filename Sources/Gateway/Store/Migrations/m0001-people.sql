-- Who is protected, who works the cases, and under which policy.

CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  current_policy INTEGER
) STRICT;

INSERT INTO tenants (id) VALUES (1);

-- The next identity of each kind. Counted inside the transaction that uses it, so that an identity
-- that was ever committed is never given out again. References start short enough to type.
CREATE TABLE sequences (
  name TEXT NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO sequences (name, next) VALUES
  ('policy', 1), ('person', 1), ('operator', 1), ('watch', 1001), ('case', 101), ('outbox', 1);

-- Versions of a tenant's policy. They never change: a live watch keeps the one it began under.
CREATE TABLE policies (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  adopted_at INTEGER NOT NULL,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TRIGGER policies_never_change BEFORE UPDATE ON policies BEGIN
  SELECT RAISE(ABORT, 'a stored policy never changes: adopt a new version');
END;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  name TEXT NOT NULL,
  unit TEXT,
  party TEXT,
  language TEXT NOT NULL,
  code_hash BLOB,
  duress_code_hash BLOB,
  is_paused INTEGER NOT NULL,
  never_answer_help INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX people_by_tenant ON people (tenant, id);

CREATE TABLE person_numbers (
  person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  position INTEGER NOT NULL,
  verified_at INTEGER,
  enrolment_code TEXT,
  opted_out_at INTEGER,
  PRIMARY KEY (person, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_numbers_by_number ON person_numbers (number, person);

CREATE TABLE operators (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  number TEXT,
  language TEXT NOT NULL,
  rung INTEGER,
  code_hash BLOB,
  on_duty_since INTEGER,
  is_disabled INTEGER NOT NULL,
  last_reached_at INTEGER,
  UNIQUE (tenant, name)
) STRICT;

CREATE INDEX operators_by_number ON operators (number) WHERE number IS NOT NULL;
