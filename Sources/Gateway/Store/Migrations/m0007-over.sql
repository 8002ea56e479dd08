-- What the janitor looks for.
CREATE INDEX outbox_over ON outbox (due_at) WHERE state NOT IN ('pending', 'sending', 'unknown');
CREATE INDEX calls_over ON calls (ended_at) WHERE ended_at IS NOT NULL;
