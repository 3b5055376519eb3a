package se.ledfyr.audit;

import static se.ledfyr.audit.internal.tables.Entry.ENTRY;
import static se.ledfyr.audit.internal.tables.Head.HEAD;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import se.ledfyr.audit.ChainState.Broken;
import se.ledfyr.audit.ChainState.Fault;
import se.ledfyr.audit.ChainState.Whole;

/// Walks the chain from its first entry to its head and recomputes every link. The memory needed does not depend on
/// how long the chain is.
public final class ChainCheck {

    private static final int AT_A_TIME = 2_000;

    private long seq;
    private byte[] previous = Link.BEFORE_THE_FIRST;

    private ChainCheck() {}

    /// @param connection as the owner, who alone sees every entry. It is used for one transaction
    /// @throws SQLException when the connection fails
    public static ChainState check(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        // Entries and head must be of one moment, while others go on writing.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return new ChainCheck().walk(DSL.using(connection, SQLDialect.POSTGRES));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private ChainState walk(DSLContext sql) {
        Record head = sql.select(HEAD.SEQ, HEAD.HASH).from(HEAD).fetchSingle();
        long last = head.get(HEAD.SEQ);
        try (Cursor<?> entries =
                sql.selectFrom(ENTRY).orderBy(ENTRY.SEQ).fetchSize(AT_A_TIME).fetchLazy()) {
            for (Record entry : entries) {
                Optional<Broken> broken = next(entry, last);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
        }
        if (seq < last) {
            return new Broken(seq + 1, Fault.CUT_OFF);
        }
        boolean ends = seq == last && Arrays.equals(previous, head.get(HEAD.HASH));
        return ends ? new Whole(seq, HexFormat.of().formatHex(previous)) : new Broken(seq, Fault.WRONG_HEAD);
    }

    private Optional<Broken> next(Record entry, long last) {
        seq++;
        long found = entry.get(ENTRY.SEQ);
        if (found != seq) {
            return Optional.of(new Broken(seq, Fault.MISSING));
        }
        byte[] before = entry.get(ENTRY.PREVIOUS);
        byte[] hash = entry.get(ENTRY.HASH);
        if (!Arrays.equals(hash, linkAt(found, entry).hashAfter(before))) {
            return Optional.of(new Broken(seq, wasElsewhere(entry, last) ? Fault.MOVED : Fault.ALTERED));
        }
        if (!Arrays.equals(before, previous)) {
            return Optional.of(new Broken(seq, Fault.MOVED));
        }
        previous = hash;
        return Optional.empty();
    }

    /// The number is part of what is hashed: an entry that is whole under another number has been moved. All numbers
    /// are tried, once, for the one entry that is reported.
    private static boolean wasElsewhere(Record entry, long last) {
        byte[] before = entry.get(ENTRY.PREVIOUS);
        byte[] hash = entry.get(ENTRY.HASH);
        for (long other = 1; other <= last; other++) {
            if (Arrays.equals(hash, linkAt(other, entry).hashAfter(before))) {
                return true;
            }
        }
        return false;
    }

    private static Link linkAt(long number, Record entry) {
        return new Link(
                number,
                entry.get(ENTRY.AT).toInstant(),
                entry.get(ENTRY.ORGANISATION),
                entry.get(ENTRY.MEMBER),
                entry.get(ENTRY.CONCERNS),
                entry.get(ENTRY.ACTION),
                entry.get(ENTRY.SUBJECT_KIND),
                List.of(entry.get(ENTRY.SUBJECTS)),
                entry.get(ENTRY.REASON),
                entry.get(ENTRY.DETAIL));
    }
}
