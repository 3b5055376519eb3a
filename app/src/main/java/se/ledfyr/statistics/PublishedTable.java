package se.ledfyr.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The declaration of one published table.
///
/// @param id name of the table and of its file
/// @param order lower comes first in the list of tables
/// @param notes what a reader must know to read the numbers right
/// @param origin where the definition comes from
public record PublishedTable(
        String id, int order, Bilingual title, Content content, List<Bilingual> notes, Bilingual origin) {

    public PublishedTable {
        notes = List.copyOf(notes);
        if (!id.matches("[a-z][a-z0-9_]{1,39}")) {
            throw new IllegalArgumentException("an id is 2 to 40 of a-z, 0-9 and _, was " + id);
        }
    }

    /// How the numbers come about.
    public sealed interface Content {

        /// The plain counts behind the numbers.
        Counted counted();
    }

    /// Numbers counted from the rows of a population.
    ///
    /// @param where which of the population's rows stand in the table. Unlike conditions of the
    ///     population it does not decide which years there are: a year without such rows is printed
    ///     with zeros
    /// @param groups dimension by whose codes the printed table is divided into blocks
    public record Counted(
            Population population,
            List<Condition> where,
            List<Dimension> dimensions,
            Unit unit,
            Optional<String> groups)
            implements Content {

        public Counted {
            where = List.copyOf(where);
            dimensions = List.copyOf(dimensions);
            if (!(dimensions.getFirst() instanceof Dimension.Year)) {
                throw new IllegalArgumentException("the first dimension is year");
            }
            long names = dimensions.stream().map(Dimension::id).distinct().count();
            if (names != dimensions.size()) {
                throw new IllegalArgumentException("two dimensions have the same id");
            }
            if (dimensions.stream().filter(Dimension.Members.class::isInstance).count() > 1) {
                throw new IllegalArgumentException("at most one dimension has members");
            }
            List<String> ids = dimensions.stream().map(Dimension::id).toList();
            groups.filter(group -> !ids.contains(group)).ifPresent(group -> {
                throw new IllegalArgumentException("groups names no dimension: " + group);
            });
            checkWithin(dimensions);
            where.forEach(condition -> population.source().typeOf(condition.column()));
            checkColumns(population.source(), dimensions);
            population.source().requireUnit(unit);
            dimensions.stream()
                    .filter(Dimension.Members.class::isInstance)
                    .flatMap(several -> ((Dimension.Members) several).members().stream())
                    .forEach(member -> population.source().requireUnit(member.unit()));
        }

        @Override
        public Counted counted() {
            return this;
        }

        List<Dimension.Coded> coded() {
            return dimensions.stream()
                    .flatMap(
                            dimension -> dimension instanceof Dimension.Coded coded ? Stream.of(coded) : Stream.empty())
                    .toList();
        }

        /// The declared counts; a table without any has one, of all rows.
        List<Dimension.Member> members() {
            return dimensions.stream()
                    .flatMap(dimension -> dimension instanceof Dimension.Members several
                            ? several.members().stream()
                            : Stream.empty())
                    .toList();
        }

        /// A group is left out under the codes of a dimension that prints every one of them.
        private static void checkWithin(List<Dimension> dimensions) {
            List<String> there = dimensions.stream()
                    .filter(one -> one instanceof Dimension.Coded coded && !coded.occurring())
                    .map(Dimension::id)
                    .toList();
            for (Dimension dimension : dimensions) {
                if (dimension instanceof Dimension.Coded coded
                        && coded.within().filter(id -> !there.contains(id)).isPresent()) {
                    throw new IllegalArgumentException("within names no dimension of codes that are all printed: "
                            + coded.within().get());
                }
            }
        }

        private static void checkColumns(Source source, List<Dimension> dimensions) {
            for (Dimension dimension : dimensions) {
                switch (dimension) {
                    case Dimension.Year year -> source.typeOf(year.id());
                    case Dimension.Coded coded -> source.typeOf(coded.column());
                    case Dimension.Members several ->
                        several.members().forEach(member -> {
                            member.sum().ifPresent(source::typeOf);
                            member.shareOf().ifPresent(source::typeOf);
                            member.where().forEach(condition -> source.typeOf(condition.column()));
                        });
                }
            }
        }
    }

    /// Change in percent of another table's numbers between two calendar years in a row.
    public record Change(String of, Counted counted) implements Content {}

    /// Names of the columns that lead to a number, in printed order.
    public List<String> columns() {
        Stream<String> dimensions = content.counted().dimensions().stream().map(Dimension::id);
        return switch (content) {
            case Counted counted -> dimensions.toList();
            case Change change ->
                Stream.concat(Stream.of("year_from", "year_to"), dimensions.skip(1))
                        .toList();
        };
    }

    /// How many of the columns tell the year: one, or two for a change.
    public int yearColumns() {
        return switch (content) {
            case Counted counted -> 1;
            case Change change -> 2;
        };
    }
}
