-- The event log only grows. Each row's hash covers the row before it and the digest of the payload;
-- the payload lies beside, so that it can be purged by rule and the chain still verifies.
-- AUTOINCREMENT remembers the highest sequence, so that a tail that was cut off is missed.

CREATE TABLE log (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  tenant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  watch INTEGER,
  case_id INTEGER,
  person INTEGER,
  payload_digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX log_by_watch ON log (watch) WHERE watch IS NOT NULL;
CREATE INDEX log_by_case ON log (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE log_payloads (
  sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
  payload TEXT NOT NULL
) STRICT;

-- Holds a row only while a purge runs, inside the transaction of that purge.
CREATE TABLE log_purge_permits (
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER log_never_changes BEFORE UPDATE ON log BEGIN
  SELECT RAISE(ABORT, 'the log only grows: its rows are never changed');
END;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log BEGIN
  SELECT RAISE(ABORT, 'the log only grows: its rows are never deleted');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER log_is_never_replaced BEFORE INSERT ON log
WHEN NEW.sequence <= (SELECT max(sequence) FROM log) BEGIN
  SELECT RAISE(ABORT, 'the log only grows: a new row comes last');
END;

CREATE TRIGGER log_payloads_never_change BEFORE UPDATE ON log_payloads BEGIN
  SELECT RAISE(ABORT, 'a log payload is never changed: it can only be purged by rule');
END;

CREATE TRIGGER log_payloads_are_never_replaced BEFORE INSERT ON log_payloads
WHEN NEW.sequence <= (SELECT max(sequence) FROM log_payloads) BEGIN
  SELECT RAISE(ABORT, 'a log payload is never changed: it can only be purged by rule');
END;

CREATE TRIGGER log_payloads_are_purged_by_rule BEFORE DELETE ON log_payloads
WHEN NOT EXISTS (SELECT 1 FROM log_purge_permits) BEGIN
  SELECT RAISE(ABORT, 'a log payload is deleted only by a purge, which the log records');
END;
