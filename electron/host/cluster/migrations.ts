import type { ClientBase } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

/*
 * The tables of a cluster, in the schema du_thao:
 *
 *   report         one row a report    the row that a turn locks: `seq` and `ledger_seq` count its changes
 *   body_snapshot  one row a report    the whole body up to and with change `seq`, as one Yjs update
 *   body_update    one row a change    Yjs updates after the snapshot, numbered without a gap
 *   ledger_entry   one row an entry    as in a report's file; each entry names the one before
 *   ledger_client  client → member     whose edits are whose; `seq`: with which change the client came
 *   ledger_copy    one row a content   sections as they were approved; `seq`: with which entry the copy came
 *   ledger_room    one row a report    state of the document that shows the ledger to peers
 *   review_update    one row a change  Yjs updates of the rooms "all" and "leaders" after their snapshots, numbered together
 *                                      without a gap
 *   review_snapshot  one row a room    the room up to and with change `seq`
 *   review_client    client → member   whose the changes in the snapshots were
 *
 * `checksum` is that of a report's file. Numbered, and never edited afterwards.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE du_thao.report (
    id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{1,60}$'),
    created text NOT NULL, schema integer NOT NULL, title text NOT NULL,
    seq bigint NOT NULL, snapshot_seq bigint NOT NULL, log_bytes bigint NOT NULL,
    ledger_seq bigint NOT NULL
  );
  CREATE TABLE du_thao.body_snapshot (
    report text PRIMARY KEY REFERENCES du_thao.report, seq bigint NOT NULL,
    bytes bytea NOT NULL, checksum text NOT NULL
  );
  CREATE TABLE du_thao.body_update (
    report text NOT NULL REFERENCES du_thao.report, seq bigint NOT NULL,
    bytes bytea NOT NULL, checksum text NOT NULL, member text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (report, seq)
  );
  CREATE TABLE du_thao.ledger_entry (
    report text NOT NULL REFERENCES du_thao.report, seq bigint NOT NULL, entry text NOT NULL,
    PRIMARY KEY (report, seq)
  );
  CREATE TABLE du_thao.ledger_client (
    report text NOT NULL REFERENCES du_thao.report, client bigint NOT NULL,
    member text NOT NULL, seq bigint NOT NULL,
    PRIMARY KEY (report, client)
  );
  CREATE TABLE du_thao.ledger_room (
    report text PRIMARY KEY REFERENCES du_thao.report, bytes bytea NOT NULL, checksum text NOT NULL
  );

  -- What was written is not rewritten, not even by a mistake of ours; only a snapshot may take the place of changes.
  CREATE FUNCTION du_thao.refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON du_thao.ledger_entry
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON du_thao.ledger_client
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  CREATE TRIGGER append_only BEFORE UPDATE ON du_thao.body_update
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  `,
  `
  CREATE TABLE du_thao.ledger_copy (
    report text NOT NULL REFERENCES du_thao.report, fingerprint text NOT NULL,
    copy text NOT NULL, seq bigint NOT NULL,
    PRIMARY KEY (report, fingerprint)
  );
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON du_thao.ledger_copy
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  `,
  `
  ALTER TABLE du_thao.report ADD COLUMN review_seq bigint NOT NULL DEFAULT 0;
  CREATE TABLE du_thao.review_update (
    report text NOT NULL REFERENCES du_thao.report, seq bigint NOT NULL,
    room text NOT NULL CHECK (room IN ('all', 'leaders')),
    bytes bytea NOT NULL, checksum text NOT NULL, member text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (report, seq)
  );
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON du_thao.review_update
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  `,
  `
  ALTER TABLE du_thao.report ADD COLUMN review_snapshot_seq bigint NOT NULL DEFAULT 0;
  ALTER TABLE du_thao.report ADD COLUMN review_bytes bigint NOT NULL DEFAULT 0;
  CREATE TABLE du_thao.review_snapshot (
    report text NOT NULL REFERENCES du_thao.report, room text NOT NULL CHECK (room IN ('all', 'leaders')),
    seq bigint NOT NULL, bytes bytea NOT NULL, checksum text NOT NULL,
    PRIMARY KEY (report, room)
  );
  CREATE TABLE du_thao.review_client (
    report text NOT NULL REFERENCES du_thao.report, client bigint NOT NULL, member text NOT NULL,
    PRIMARY KEY (report, client)
  );
  DROP TRIGGER append_only ON du_thao.review_update;
  CREATE TRIGGER append_only BEFORE UPDATE ON du_thao.review_update
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON du_thao.review_client
    FOR EACH ROW EXECUTE FUNCTION du_thao.refuse();
  `,
]

/** Any number that is only ours: instances that start at once wait for each other. */
const migrationLock = 44_755_468

/** Brings the tables to this program's version. Throws a Failure where they are of a newer one. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
  await client.query('CREATE SCHEMA IF NOT EXISTS du_thao')
  await client.query('CREATE TABLE IF NOT EXISTS du_thao.migration (version integer PRIMARY KEY)')
  const { rows } = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM du_thao.migration',
  )
  const version = rows[0]?.version ?? 0
  if (version > migrations.length) throw new Failure('newer-version', words.newerTables)
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    await client.query(sql)
    await client.query('INSERT INTO du_thao.migration VALUES ($1)', [index + 1])
  }
}
