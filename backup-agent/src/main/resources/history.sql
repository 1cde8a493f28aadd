-- The history of backups (SQLite). Times are milliseconds since 1970.
CREATE TABLE IF NOT EXISTS run (
    id TEXT NOT NULL PRIMARY KEY,
    triggers TEXT NOT NULL,
    scope TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    state TEXT NOT NULL,
    problem TEXT,
    -- As JSON; gone once the backup is.
    manifest TEXT,
    kept INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX IF NOT EXISTS run_started_at ON run (started_at);

-- What is being done now: one row at most.
CREATE TABLE IF NOT EXISTS progress (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    task TEXT NOT NULL,
    subject TEXT NOT NULL,
    files INTEGER NOT NULL,
    total_files INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    total_bytes INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    told_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS fact (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 1;
