package se.ledfyr.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.Dimension.Coded;
import se.ledfyr.statistics.Dimension.Member;
import se.ledfyr.statistics.Dimension.Members;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// Reads what stands between braces in a text: `civil_form | form=labour | answers`.
///
/// A table, its dimensions in any order, and what is counted where that is not plain. What has one
/// possibility only need not be said; what has several must be. `*` adds up all codes of a
/// dimension that divides what is counted, `largest` asks for the name of the code with the highest
/// number, `$year` in a code is the year of the report.
final class Bindings {

    static final String CASE = "case";
    private static final String LARGEST = "largest";
    private static final String YEAR = "$year";

    private final Map<String, PublishedTable> tables;
    private final int year;

    Bindings(Map<String, PublishedTable> tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    /// The dimensions by which cells are named: all but the year and the group case.
    static List<Dimension> dimensions(PublishedTable table) {
        return table.content().counted().dimensions().stream()
                .skip(1)
                .filter(dimension -> !dimension.id().equals(CASE))
                .toList();
    }

    /// @throws BrokenBinding when that is no cell of any table, or could be several
    Binding read(String said) {
        List<String> parts =
                Arrays.stream(said.split("\\|", -1)).map(String::strip).toList();
        PublishedTable table = tables.get(parts.getFirst());
        if (table == null) {
            throw new BrokenBinding("table", parts.getFirst());
        }
        Map<String, String> codes = new LinkedHashMap<>();
        Optional<Unit> unit = Optional.empty();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                unit = Optional.of(unit(part, unit));
            } else if (codes.put(part.substring(0, equals).strip(), code(part.substring(equals + 1))) != null) {
                throw new BrokenBinding("twice", part.substring(0, equals).strip());
            }
        }
        return resolve(table, codes, unit);
    }

    private String code(String said) {
        return said.strip().replace(YEAR, Integer.toString(year));
    }

    private static Unit unit(String said, Optional<Unit> before) {
        if (before.isPresent()) {
            throw new BrokenBinding("two-units", said);
        }
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.code().equals(said))
                .findFirst()
                .orElseThrow(() -> new BrokenBinding("unit", said, words(Arrays.asList(Unit.values()))));
    }

    private static Binding resolve(PublishedTable table, Map<String, String> codes, Optional<Unit> said) {
        List<Dimension> dimensions = dimensions(table);
        List<String> ids = dimensions.stream().map(Dimension::id).toList();
        codes.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new BrokenBinding("dimension", id, String.join(", ", ids));
        });
        List<String> chosen = new ArrayList<>();
        Optional<Dimension> largest = Optional.empty();
        for (Dimension dimension : dimensions) {
            String code = Optional.ofNullable(codes.get(dimension.id())).orElseGet(() -> only(dimension));
            if (code.equals(LARGEST)) {
                if (largest.isPresent()) {
                    throw new BrokenBinding("two-largest", dimension.id());
                }
                largest = Optional.of(dimension);
            }
            chosen.add(code.equals(LARGEST) ? CellRef.EACH : checked(dimension, code));
        }
        Unit unit = unit(table, chosen, said);
        CellRef cell = new CellRef(table.id(), chosen, unit);
        checkSum(dimensions, cell, largest);
        return new Binding(cell, largest);
    }

    private static String only(Dimension dimension) {
        Set<String> possible = possible(dimension);
        if (possible.size() == 1) {
            return possible.iterator().next();
        }
        throw new BrokenBinding("which", dimension.id(), shortened(possible));
    }

    private static String checked(Dimension dimension, String code) {
        if (code.equals(CellRef.EACH) || isPossible(dimension).test(code)) {
            return code;
        }
        throw new BrokenBinding("code", code, dimension.id(), shortened(possible(dimension)));
    }

    private static Predicate<String> isPossible(Dimension dimension) {
        return possible(dimension)::contains;
    }

    /// Every code that a cell of the dimension could have, whether or not it occurs.
    private static Set<String> possible(Dimension dimension) {
        Set<String> codes = new TreeSet<>();
        switch (dimension) {
            case Dimension.Year none -> codes.add(none.id());
            case Members several -> several.members().forEach(member -> codes.add(member.code()));
            case Coded coded -> {
                coded.own().forEach(own -> codes.add(own.code()));
                coded.list()
                        .ifPresent(list -> CodeBook.delivered().listEver(list).forEach(one -> codes.add(one.code())));
                if (coded.total()) {
                    codes.add(Dimension.ALL);
                }
                if (coded.empty() == Dimension.Empty.NOT_STATED) {
                    codes.add(Dimension.NOT_STATED);
                }
            }
        }
        return codes;
    }

    private static Unit unit(PublishedTable table, List<String> chosen, Optional<Unit> said) {
        List<Unit> possible = units(table, chosen);
        if (said.isPresent()) {
            if (!possible.contains(said.get())) {
                throw new BrokenBinding("no-unit", said.get().code(), words(possible));
            }
            return said.get();
        }
        if (possible.size() != 1) {
            throw new BrokenBinding("which-unit", words(possible));
        }
        return possible.getFirst();
    }

    /// What the chosen cells count: the table's unit, or those of the chosen member, or of any member.
    static List<Unit> units(PublishedTable table, List<String> chosen) {
        List<Dimension> dimensions = dimensions(table);
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i) instanceof Members several) {
                String code = chosen.get(i);
                return several.members().stream()
                        .filter(member ->
                                code.equals(CellRef.EACH) || member.code().equals(code))
                        .map(Member::unit)
                        .distinct()
                        .toList();
            }
        }
        return List.of(table.content().counted().unit());
    }

    /// Only what divides what is counted adds up to something: members of a table may overlap, and
    /// shares never do.
    private static void checkSum(List<Dimension> dimensions, CellRef cell, Optional<Dimension> largest) {
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            boolean each = cell.codes().get(i).equals(CellRef.EACH);
            if (each && !largest.equals(Optional.of(dimension))) {
                if (dimension instanceof Members) {
                    throw new BrokenBinding("sum-overlaps", dimension.id());
                }
                if (cell.unit().isRelative() || cell.unit() == Unit.COUNTRIES || largest.isPresent()) {
                    throw new BrokenBinding("sum-share", dimension.id());
                }
            }
        }
    }

    /// The cell as an editor writes it, with nothing left to guess.
    static String written(PublishedTable table, CellRef cell) {
        List<Dimension> dimensions = dimensions(table);
        StringBuilder said = new StringBuilder("{").append(cell.table());
        for (int i = 0; i < dimensions.size(); i++) {
            said.append('|')
                    .append(dimensions.get(i).id())
                    .append('=')
                    .append(cell.codes().get(i));
        }
        if (units(table, cell.codes()).size() > 1) {
            said.append('|').append(cell.unit().code());
        }
        return said.append('}').toString();
    }

    private static String words(List<Unit> units) {
        return units.stream().map(Unit::code).collect(Collectors.joining(", "));
    }

    private static String shortened(Set<String> codes) {
        return codes.stream().limit(20).collect(Collectors.joining(", ")) + (codes.size() > 20 ? " …" : "");
    }
}
