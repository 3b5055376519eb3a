package se.ledfyr.reports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ledfyr.statistics.Bilingual;
import se.ledfyr.statistics.Unit;

/// What a chapter consists of.
public sealed interface Part {

    /// Name of the part within the report; part of addresses.
    String id();

    /// Words that the editor may change.
    ///
    /// @param delivered as the file has them
    record Text(String id, Bilingual delivered) implements Part {}

    /// A table, with or without a drawing of it.
    ///
    /// @param only the codes of dimensions that are fixed here
    /// @param rows the dimension down
    /// @param columns the dimension across; without, numbers and shares stand across
    /// @param fold where codes that count one person stand in one line together, and how many those
    /// are stands in another cell
    record Exhibit(
            String id,
            Bilingual title,
            String table,
            Map<String, String> only,
            String rows,
            Optional<String> columns,
            Optional<Drawn> drawn,
            Optional<CellRef> fold)
            implements Part {

        public Exhibit {
            only = Map.copyOf(only);
        }
    }

    /// How an exhibit is drawn.
    ///
    /// @param unit which of its numbers
    /// @param aside codes of the rows that are no category among others
    record Drawn(Kind kind, Unit unit, Set<String> aside) {

        public Drawn {
            aside = Set.copyOf(aside);
        }
    }

    /// Bars across below each other, one bar divided into parts, or columns beside each other.
    enum Kind {
        BARS,
        STACK,
        COLUMNS
    }
}
