-- Watches and cases. The body is the truth; the other columns are what it is looked up by.

CREATE TABLE watches (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  person INTEGER NOT NULL REFERENCES people (id),
  policy INTEGER NOT NULL REFERENCES policies (id),
  is_live INTEGER NOT NULL,
  version INTEGER NOT NULL,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX watches_one_live_a_person ON watches (person) WHERE is_live = 1;
CREATE INDEX watches_live ON watches (tenant, id) WHERE is_live = 1;
CREATE INDEX watches_by_tenant ON watches (tenant, id);
CREATE INDEX watches_by_person ON watches (person, id);

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  watch INTEGER REFERENCES watches (id),
  person INTEGER REFERENCES people (id),
  policy INTEGER NOT NULL REFERENCES policies (id),
  kind TEXT NOT NULL,
  fault_name TEXT,
  priority INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  is_claimed INTEGER NOT NULL,
  -- Null also while a program, which is no operator, has claimed it.
  claimed_by INTEGER REFERENCES operators (id),
  version INTEGER NOT NULL,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX cases_by_urgency ON cases (tenant, priority, opened_at, id);
CREATE INDEX cases_open ON cases (tenant, priority, opened_at, id) WHERE is_open = 1;
CREATE INDEX cases_by_watch ON cases (watch) WHERE watch IS NOT NULL;
CREATE INDEX cases_open_of_person ON cases (person, kind) WHERE is_open = 1;

-- When each flow is woken next. A row is a hint: the flow itself decides when it is woken.
CREATE TABLE deadlines (
  kind TEXT NOT NULL CHECK (kind IN ('watch', 'case', 'call')),
  id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadlines_due ON deadlines (due_at);

-- A page that an operator can claim its case with, by texting the code.
CREATE TABLE pages (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  operator INTEGER NOT NULL REFERENCES operators (id),
  tenant INTEGER NOT NULL REFERENCES tenants (id),
  code TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (case_id, operator)
) STRICT, WITHOUT ROWID;

CREATE INDEX pages_open ON pages (operator, opened_at) WHERE closed_at IS NULL;
