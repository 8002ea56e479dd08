-- Orphans that may still find what they are about. The payload holds the event until then.
CREATE INDEX inbound_parked ON inbound (received_at) WHERE payload IS NOT NULL;
