package se.ledfyr.reports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;

/// The report of one year, ready to be shown in either language.
///
/// @param groups group cases that can be left out, by name
/// @param without the one that is left out
/// @param numbers what is shown
/// @param withCase the same numbers with the group case; nothing where none is left out
/// @param texts by slot
public record Report(
        Plan plan,
        Map<String, PublishedTable> tables,
        int year,
        List<String> groups,
        Optional<String> without,
        Numbers numbers,
        Optional<Numbers> withCase,
        SmallNumbers small,
        Map<String, TextVersion> texts) {

    public Report {
        groups = List.copyOf(groups);
        texts = Map.copyOf(texts);
    }

    /// A table of the report.
    public PublishedTable table(String id) {
        return Objects.requireNonNull(tables.get(id));
    }

    /// The dimensions by which a table's cells are named.
    public List<Dimension> dimensions(String table) {
        return Bindings.dimensions(table(table));
    }

    /// The last version of a text.
    public TextVersion text(String slot) {
        return Objects.requireNonNull(texts.get(slot));
    }

    /// A text with its bound places, as the last version has it in a language.
    public Wording wording(Part.Text text, String language) {
        return read(text(text.id()).in(language));
    }

    /// A text as it is delivered.
    public Wording delivered(Part.Text text, String language) {
        return read(
                language.equals("sv") ? text.delivered().sv() : text.delivered().en());
    }

    /// The codes that are largest where a text asks for that.
    public List<String> largest(Binding binding, Dimension dimension) {
        Whole whole = plan.wholeOf(binding.cell().table());
        Set<String> aside = new java.util.HashSet<>(whole.aside());
        whole.code().ifPresent(aside::add);
        return numbers.largest(binding, dimension, aside);
    }

    /// How an editor names a cell in a text.
    public String written(CellRef cell) {
        return Bindings.written(table(cell.table()), cell);
    }

    private Wording read(String words) {
        return Wording.read(words, new Bindings(tables, year), year);
    }
}
