namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Version 1: the tables and what writes them. Every table has the conversation first in its key, so that it can be sharded by it, and every function
/// touches one conversation. Each takes the lock of the conversation's row first, and then sees what the others left: nothing interleaves.
/// A function that must change gets a new name, so that the program before it still finds its own.
/// </summary>
internal static class FirstSchema
{
    // One sequence gives versions and numbers, so that neither comes twice, not even after a conversation was forgotten. Text is bytes (TextBytes).
    // `conversation` has no index but its key: a turn then changes its row in place (fillfactor leaves the room). Alarms have a narrow table of their
    // own, which is looked through each second. Of the outbox only the head of each conversation and target has a due time; `holder` has it in hand.
    public const string Tables = """
        CREATE SEQUENCE journal_number;
        CREATE TABLE conversation (
          conversation bytea  PRIMARY KEY,
          id           text   NOT NULL,
          version      bigint NOT NULL,
          turn         bigint NOT NULL,
          heard_at     bigint NOT NULL,
          record       bytea  NOT NULL
        ) WITH (fillfactor = 70);
        CREATE TABLE log (
          conversation bytea  NOT NULL,
          turn         bigint NOT NULL,
          at           bigint NOT NULL,
          inbound_key  text   NOT NULL,
          inbound      bytea,
          outgoing     bytea  NOT NULL,
          PRIMARY KEY (conversation, turn)
        );
        CREATE TABLE alarm (
          conversation bytea  PRIMARY KEY,
          due          bigint NOT NULL,
          holder       integer,
          held_until   timestamptz
        );
        CREATE INDEX alarm_due ON alarm (due);
        CREATE INDEX alarm_holder ON alarm (holder) WHERE holder IS NOT NULL;
        CREATE TABLE outbox (
          conversation bytea   NOT NULL,
          number       bigint  NOT NULL,
          queue        bytea   NOT NULL,
          target       text    NOT NULL,
          due          bigint,
          ready        bigint  NOT NULL,
          expires      bigint  NOT NULL,
          perishable   boolean NOT NULL,
          dropped      boolean NOT NULL DEFAULT false,
          tries        integer NOT NULL DEFAULT 0,
          at           bigint  NOT NULL,
          body         bytea   NOT NULL,
          holder       integer,
          PRIMARY KEY (conversation, number)
        );
        CREATE INDEX outbox_due ON outbox (queue, due) WHERE due IS NOT NULL;
        CREATE INDEX outbox_holder ON outbox (holder) WHERE holder IS NOT NULL;
        """;

    public const string Functions = """
        CREATE FUNCTION promote_1(p_conversation bytea) RETURNS void LANGUAGE sql AS $f$
          UPDATE outbox SET due = ready WHERE conversation = p_conversation AND due IS NULL
            AND number IN (SELECT min(number) FROM outbox WHERE conversation = p_conversation GROUP BY queue)
        $f$;

        CREATE FUNCTION commit_turn_1(
          p_conversation bytea, p_id text, p_version bigint, p_key text, p_record bytea, p_inbound bytea, p_outgoing bytea, p_due bigint, p_at bigint,
          p_from_person boolean, p_recent integer, p_drops boolean,
          p_targets text[], p_queues bytea[], p_ready bigint[], p_expires bigint[], p_perishable boolean[], p_bodies bytea[])
        RETURNS TABLE (conflict boolean, kept bigint, turn bigint, at bigint, inbound_key text, inbound bytea, outgoing bytea) LANGUAGE plpgsql AS $f$
        #variable_conflict use_column
        DECLARE
          v_version bigint; v_turn bigint;
        BEGIN
          SELECT c.version, c.turn INTO v_version, v_turn FROM conversation c WHERE c.conversation = p_conversation FOR UPDATE;
          IF NOT FOUND AND p_version = 0 THEN
            INSERT INTO conversation VALUES (p_conversation, p_id, 0, 0, p_at, p_record) ON CONFLICT DO NOTHING;
            SELECT c.version, c.turn INTO v_version, v_turn FROM conversation c WHERE c.conversation = p_conversation FOR UPDATE;
          END IF;

          RETURN QUERY SELECT false, NULL::bigint, l.turn, l.at, l.inbound_key, l.inbound, l.outgoing FROM log l
            WHERE l.conversation = p_conversation AND l.turn > v_turn - p_recent AND l.inbound_key = p_key ORDER BY l.turn DESC LIMIT 1;
          IF FOUND THEN
            RETURN;
          END IF;

          IF v_version IS DISTINCT FROM p_version THEN
            RETURN QUERY SELECT true, NULL::bigint, NULL::bigint, NULL::bigint, NULL::text, NULL::bytea, NULL::bytea;
            RETURN;
          END IF;

          v_turn := v_turn + 1;
          UPDATE conversation c SET version = nextval('journal_number'), turn = v_turn, record = p_record,
              heard_at = CASE WHEN p_from_person THEN p_at ELSE c.heard_at END
            WHERE c.conversation = p_conversation;
          INSERT INTO log VALUES (p_conversation, v_turn, p_at, p_key, p_inbound, p_outgoing);

          IF p_due IS NULL THEN
            DELETE FROM alarm a WHERE a.conversation = p_conversation;
          ELSE
            INSERT INTO alarm VALUES (p_conversation, p_due)
              ON CONFLICT (conversation) DO UPDATE SET due = excluded.due, holder = NULL, held_until = NULL WHERE alarm.due <> excluded.due;
          END IF;

          -- First what nobody has in hand: a claim under way is waited for, and then marked below.
          IF p_drops THEN
            DELETE FROM outbox o WHERE o.conversation = p_conversation AND o.perishable AND o.holder IS NULL;
            UPDATE outbox o SET dropped = true WHERE o.conversation = p_conversation AND o.perishable;
          END IF;

          IF cardinality(p_targets) > 0 THEN
            INSERT INTO outbox (conversation, number, queue, target, ready, expires, perishable, at, body)
              SELECT p_conversation, nextval('journal_number'), m.queue, m.target, m.ready, m.expires, m.perishable, p_at, m.body
              FROM unnest(p_targets, p_queues, p_ready, p_expires, p_perishable, p_bodies)
                WITH ORDINALITY AS m (target, queue, ready, expires, perishable, body, place) ORDER BY m.place;
          END IF;

          IF p_drops OR cardinality(p_targets) > 0 THEN
            PERFORM promote_1(p_conversation);
          END IF;

          RETURN QUERY SELECT false, v_turn, NULL::bigint, NULL::bigint, NULL::text, NULL::bytea, NULL::bytea;
        END
        $f$;

        -- p_retry NULL: it is over. A word about what another has in hand by now, or what is gone, changes nothing. "coalesce": by the key, never by
        -- the index of holders, however few hold something.
        CREATE FUNCTION settle_1(p_conversation bytea, p_number bigint, p_holder integer, p_retry bigint) RETURNS void LANGUAGE plpgsql AS $f$
        BEGIN
          PERFORM 1 FROM conversation WHERE conversation = p_conversation FOR UPDATE;
          IF p_retry IS NOT NULL THEN
            UPDATE outbox SET tries = tries + 1, due = least(p_retry, expires), holder = NULL
              WHERE conversation = p_conversation AND number = p_number AND coalesce(holder, 0) = p_holder AND NOT dropped;
            IF FOUND THEN
              RETURN;
            END IF;
          END IF;

          DELETE FROM outbox WHERE conversation = p_conversation AND number = p_number AND (p_retry IS NULL OR (dropped AND holder = p_holder));
          IF FOUND THEN
            PERFORM promote_1(p_conversation);
          END IF;
        END
        $f$;

        -- p_older_than NULL: whatever it holds. Else only what is still expired: the person may have written since it was listed.
        CREATE FUNCTION forget_1(p_conversation bytea, p_older_than bigint) RETURNS boolean LANGUAGE plpgsql AS $f$
        BEGIN
          PERFORM 1 FROM conversation WHERE conversation = p_conversation FOR UPDATE;
          IF p_older_than IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM conversation c WHERE c.conversation = p_conversation AND c.heard_at < p_older_than
                AND NOT EXISTS (SELECT 1 FROM alarm a WHERE a.conversation = p_conversation)
                AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = p_conversation AND o.expires > p_older_than)) THEN
            RETURN false;
          END IF;

          DELETE FROM log WHERE conversation = p_conversation;
          DELETE FROM alarm WHERE conversation = p_conversation;
          DELETE FROM outbox WHERE conversation = p_conversation;
          DELETE FROM conversation WHERE conversation = p_conversation;
          RETURN FOUND;
        END
        $f$;

        """;

    public const string Back = """
        DROP FUNCTION commit_turn_1, settle_1, forget_1, promote_1;
        DROP TABLE outbox, alarm, log, conversation;
        DROP SEQUENCE journal_number;
        """;
}
