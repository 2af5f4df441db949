-- What is older than it may be is found by its time: an id that follows from a client's key tells of no time.
CREATE INDEX conversations_by_time ON conversations (created_at);
CREATE INDEX answers_by_time ON answers (created_at) WHERE conversation IS NULL;
CREATE INDEX feedback_by_time ON feedback (given_at);
