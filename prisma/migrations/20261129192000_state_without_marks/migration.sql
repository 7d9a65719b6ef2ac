-- A workspace holds a picture now, which was read for every page that is asked for. The transaction that
-- last wrote the workspace's row changes with anything that is said of it.
CREATE OR REPLACE FUNCTION document_state(hash bytea, at timestamptz, seen_after timestamptz, since pg_snapshot)
RETURNS TABLE (who text, snapshot text, changed boolean)
LANGUAGE plpgsql AS E'
#variable_conflict use_column
DECLARE
  found session\x3b
  workspace uuid\x3b
  now pg_snapshot := pg_current_snapshot()\x3b
BEGIN
  SELECT * INTO found FROM session s
    WHERE s.token_hash = hash AND s.expires_at > at AND s.seen_at > seen_after\x3b
  IF found.id IS NULL THEN RETURN\x3b END IF\x3b
  PERFORM set_config(''app.account_id'', found.account_id::text, true)\x3b
  SELECT m.workspace_id INTO workspace FROM member m
    WHERE m.account_id = found.account_id AND m.removed_at IS NULL
    ORDER BY (m.workspace_id = found.workspace_id) DESC NULLS LAST, m.joined_at, m.id LIMIT 1\x3b
  IF workspace IS NULL THEN RETURN\x3b END IF\x3b
  PERFORM set_config(''app.workspace_id'', workspace::text, true)\x3b
  RETURN QUERY SELECT
    md5(concat_ws(''|'', to_jsonb(found) - ''seen_at'',
      (SELECT to_jsonb(a) FROM account a WHERE a.id = found.account_id),
      (SELECT jsonb_agg(to_jsonb(m) || jsonb_build_object(''workspace'', w.xmin::text) ORDER BY m.id)
         FROM member m JOIN workspace w ON w.id = m.workspace_id
         WHERE m.account_id = found.account_id))),
    now::text,
    since IS NULL OR is_written_since(workspace, since, now)\x3b
END ';
