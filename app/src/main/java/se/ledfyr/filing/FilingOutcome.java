package se.ledfyr.filing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// What became of a file of records.
public sealed interface FilingOutcome {

    /// How many corrections, conflicts or possible duplicates are listed; the others are counted.
    int LISTED = 200;

    /// Everything was taken.
    ///
    /// @param shares one for each organisation that the file concerned
    /// @param alike new records that look like one the organisation already has
    /// @param alikeCount how many there are in all
    record Taken(List<Share> shares, List<Alike> alike, long alikeCount) implements FilingOutcome {
        public Taken {
            shares = List.copyOf(shares);
            alike = List.copyOf(alike);
        }

        public long added() {
            return shares.stream().mapToLong(Share::added).sum();
        }

        public long corrected() {
            return shares.stream().mapToLong(Share::corrected).sum();
        }

        public long unchanged() {
            return shares.stream().mapToLong(Share::unchanged).sum();
        }
    }

    /// Nothing was taken: known records would change, or a regional office would take people of other regions as its
    /// own, and nobody has said yes to that.
    ///
    /// @param corrections field by field
    /// @param records how many records would change in all
    /// @param elsewhere new records of other regions than the office's own. Each region's own office may have the
    ///     same people, and then the country would count them twice.
    record NeedsYes(List<Correction> corrections, long records, List<Elsewhere> elsewhere) implements FilingOutcome {
        public NeedsYes {
            corrections = List.copyOf(corrections);
            elsewhere = List.copyOf(elsewhere);
        }

        /// How many new records belong to other regions in all.
        public long countElsewhere() {
            return elsewhere.stream().mapToLong(Elsewhere::records).sum();
        }
    }

    /// New records of another region.
    ///
    /// @param region a code of list `police_region`
    record Elsewhere(String region, long records) {}

    /// Nothing was taken: the file does not fit what is already there.
    record InConflict(List<Conflict> conflicts, long count) implements FilingOutcome {
        public InConflict {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// What one organisation got.
    record Share(OrganisationId organisation, long added, long corrected, long unchanged) {}

    /// One field of a known record that the file would change.
    record Correction(
            long line,
            UUID id,
            String field,
            @Nullable String before,
            @Nullable String after) {

        /// Facts about a person stay out of logs.
        @Override
        public String toString() {
            return "Correction[line=%d, field=%s]".formatted(line, field);
        }
    }

    /// @param column the file's column that the conflict is about
    /// @param detail the region that stands in the way, or the year; empty where there is none
    record Conflict(long line, String column, Reason reason, String detail) {}

    /// Why a row does not fit.
    enum Reason {
        /// The event is registered in another region.
        EVENT_ELSEWHERE,
        /// The person already has a registration in the year that the row would move to.
        ANOTHER_IN_THE_YEAR,
        /// No office answers for the row's region.
        NO_OFFICE,
        /// There is not exactly one organisation that keeps such records.
        NO_KEEPER,
        /// Organisations of this kind keep no such records.
        NOT_KEPT_HERE,
        /// The record that the row links to is not there.
        LINK_MISSING,
        /// The record that the row links to says something else.
        LINK_DIFFERS,
        /// The row names an organisation that does not take part.
        NO_SUCH_MEMBER,
        /// The row names another organisation than the one that keeps it.
        NAMES_ANOTHER,
        /// The id belongs to a record of another form or year.
        OTHER_FORM,
        /// The answers were given in an earlier revision of the questionnaire.
        EARLIER_REVISION,
        /// The adult that a child belongs to is not there.
        GUARDIAN_MISSING,
        /// The person has another reflection period at the time.
        PERIOD_OVERLAPS
    }

    /// A new row and the record it looks like.
    record Alike(long line, UUID existing) {}
}
