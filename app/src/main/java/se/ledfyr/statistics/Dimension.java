package se.ledfyr.statistics;

import java.util.List;
import java.util.Optional;

/// One way in which a table divides what it counts.
public sealed interface Dimension {

    /// The code printed for rows whose column is empty.
    String NOT_STATED = "not_stated";

    /// The code printed for the sum over a dimension.
    String ALL = "all";

    String id();

    /// What stands before the code of a group that is left out.
    String WITHOUT = "without:";

    /// Calendar years, those that occur. Every table has it, first.
    record Year() implements Dimension {

        static final String ID = "year";

        @Override
        public String id() {
            return ID;
        }
    }

    /// The codes of a column. All codes are printed, also with zero, unless only the occurring ones are
    /// asked for.
    ///
    /// @param list code list of the column; nothing for codes of its own, or for a column without a
    ///     list
    /// @param own codes that stand in no list, in printed order; beside a list only where what occurs
    ///     is printed and nothing else
    /// @param occurring print only what occurs in the year
    /// @param empty what to do with rows whose column is empty
    /// @param total print the sum over all codes too, under [#ALL]
    /// @param leaveOutFrom 0 for none of this. Else the codes of the column are groups, and not printed
    ///     themselves: printed are everybody, under [#ALL], and once without each group that counts so
    ///     many rows in the year, under [#WITHOUT] and its code. What is smaller is never left out: the
    ///     difference would show it
    /// @param within id of another dimension where a group is left out under those of its codes alone
    ///     where it counts so many rows; for rows that are answers, of which a person gives one under
    ///     each code
    record Coded(
            String id,
            Bilingual title,
            String column,
            Optional<String> list,
            List<OwnCode> own,
            boolean occurring,
            Empty empty,
            boolean total,
            int leaveOutFrom,
            Optional<String> within)
            implements Dimension {

        public Coded {
            own = List.copyOf(own);
            if (list.isPresent() && !own.isEmpty() && !occurring) {
                throw new IllegalArgumentException("dimension %s has both a list and codes of its own".formatted(id));
            }
            if (!occurring && list.isEmpty() && own.isEmpty()) {
                throw new IllegalArgumentException(
                        "dimension %s needs a list, codes, or occurring: true".formatted(id));
            }
            if (occurring && total) {
                throw new IllegalArgumentException("dimension %s prints what occurs and has no total".formatted(id));
            }
        }

        /// Whether its codes are groups to be left out, one at a time.
        public boolean leavesOut() {
            return leaveOutFrom > 0;
        }
    }

    /// Counts declared one by one, each with a condition of its own. They may overlap.
    record Members(String id, Bilingual title, List<Member> members) implements Dimension {

        public Members {
            members = List.copyOf(members);
            if (members.isEmpty()) {
                throw new IllegalArgumentException("dimension %s has no members".formatted(id));
            }
        }
    }

    /// A code that stands in no list.
    record OwnCode(String code, Bilingual label) {}

    /// One declared count.
    ///
    /// @param sum column to add up; nothing to count rows
    /// @param shareOf for a number that is divided: the column whose sum it is divided by; nothing for
    ///     how many rows there are
    record Member(
            String code,
            Bilingual label,
            List<Condition> where,
            Optional<String> sum,
            Unit unit,
            Optional<String> shareOf) {

        public Member {
            where = List.copyOf(where);
            if (shareOf.isPresent() && !unit.isRelative()) {
                throw new IllegalArgumentException("member %s is divided by nothing".formatted(code));
            }
        }
    }

    /// Rows whose column is empty: they never occur (and would show as not stated if they did), are
    /// printed as [#NOT_STATED] always, or are left out of the table.
    enum Empty {
        NEVER,
        NOT_STATED,
        LEFT_OUT
    }
}
