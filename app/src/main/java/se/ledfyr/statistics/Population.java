package se.ledfyr.statistics;

import java.util.List;

/// Who is counted: the rows of a source for which every condition holds.
public record Population(String id, Bilingual title, Source source, List<Condition> where) {

    public Population {
        where = List.copyOf(where);
        where.forEach(condition -> source.typeOf(condition.column()));
    }
}
