-- The first schema. Times are ISO 8601 in UTC with seven decimals, which sort as text; documents are JSON, compressed by Brotli.
-- Words in braces are where SQLite and PostgreSQL differ: see Dialect.cs.
CREATE TABLE runs (
    id {identity} PRIMARY KEY,
    run TEXT NOT NULL,
    started_at TEXT NOT NULL,
    preset TEXT NOT NULL,
    git_commit TEXT,
    seed TEXT NOT NULL,
    rounds INTEGER NOT NULL,
    command TEXT NOT NULL,
    machine TEXT NOT NULL,
    machine_words TEXT NOT NULL,
    runtime TEXT NOT NULL,
    packages TEXT NOT NULL,
    planned_samples INTEGER NOT NULL,
    manifest {bytes} NOT NULL,
    UNIQUE (run, started_at)
);

CREATE TABLE cases (
    id {identity} PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    workload TEXT NOT NULL
);

CREATE TABLE metrics (
    id {identity} PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE samples (
    run_id INTEGER NOT NULL REFERENCES runs (id),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    replica INTEGER NOT NULL,
    round INTEGER NOT NULL,
    valid INTEGER NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (run_id, case_id, replica, round)
){clustered};

-- The samples themselves: those that came with one ingest together.
CREATE TABLE sample_batches (
    run_id INTEGER NOT NULL REFERENCES runs (id),
    batch INTEGER NOT NULL,
    document {bytes} NOT NULL,
    PRIMARY KEY (run_id, batch)
);

-- What series are made of: derived from the samples, so it has no references to check on the way in.
CREATE TABLE metric_values (
    run_id INTEGER NOT NULL,
    metric_id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run_id, metric_id, case_id, round)
){clustered};
