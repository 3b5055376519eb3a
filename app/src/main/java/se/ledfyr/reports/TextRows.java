package se.ledfyr.reports;

import static se.ledfyr.reports.internal.tables.TextVersion.TEXT_VERSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// The statements about texts that were written.
@Repository
class TextRows {

    private final DSLContext sql;

    TextRows(DSLContext sql) {
        this.sql = sql;
    }

    /// Where a text stands.
    record Place(OrganisationId platform, String report, int year) {}

    /// The last version of each text that was ever written.
    Map<String, TextVersion> last(Place place) {
        Map<String, TextVersion> last = new HashMap<>();
        sql.select(TEXT_VERSION.fields())
                .distinctOn(TEXT_VERSION.SLOT)
                .from(TEXT_VERSION)
                .where(at(place))
                .orderBy(TEXT_VERSION.SLOT, TEXT_VERSION.VERSION.desc())
                .forEach(row -> last.put(row.get(TEXT_VERSION.SLOT), version(row)));
        return last;
    }

    /// All versions of a text that were written, the newest first.
    List<TextVersion> list(Place place, String slot) {
        return sql.select(TEXT_VERSION.fields())
                .from(TEXT_VERSION)
                .where(at(place), TEXT_VERSION.SLOT.eq(slot))
                .orderBy(TEXT_VERSION.VERSION.desc())
                .fetch(TextRows::version);
    }

    /// @return false when there is such a version already
    boolean add(Place place, String slot, TextVersion version, Instant at, MemberId by) {
        return sql.insertInto(TEXT_VERSION)
                        .set(TEXT_VERSION.PLATFORM, place.platform().value())
                        .set(TEXT_VERSION.REPORT, place.report())
                        .set(TEXT_VERSION.YEAR, (short) place.year())
                        .set(TEXT_VERSION.SLOT, slot)
                        .set(TEXT_VERSION.VERSION, version.version())
                        .set(TEXT_VERSION.SV, version.sv())
                        .set(TEXT_VERSION.EN, version.en())
                        .set(TEXT_VERSION.RETURNED_TO, version.returnedTo())
                        .set(TEXT_VERSION.WRITTEN_AT, at.atOffset(ZoneOffset.UTC))
                        .set(TEXT_VERSION.WRITTEN_BY, by.value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition at(Place place) {
        return TEXT_VERSION
                .PLATFORM
                .eq(place.platform().value())
                .and(TEXT_VERSION.REPORT.eq(place.report()))
                .and(TEXT_VERSION.YEAR.eq((short) place.year()));
    }

    private static TextVersion version(Record row) {
        return new TextVersion(
                row.get(TEXT_VERSION.VERSION),
                row.get(TEXT_VERSION.SV),
                row.get(TEXT_VERSION.EN),
                row.get(TEXT_VERSION.RETURNED_TO),
                row.get(TEXT_VERSION.WRITTEN_AT).toInstant(),
                new MemberId(row.get(TEXT_VERSION.WRITTEN_BY)));
    }
}
