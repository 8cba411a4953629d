-- What is due is looked up receiver by receiver, so that a slow one keeps nobody else waiting.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries (webhook_id, due_at) WHERE state = 'waiting';
