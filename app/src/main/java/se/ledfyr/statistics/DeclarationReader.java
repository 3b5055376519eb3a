package se.ledfyr.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.ledfyr.statistics.Dimension.Coded;
import se.ledfyr.statistics.Dimension.Empty;
import se.ledfyr.statistics.Dimension.Member;
import se.ledfyr.statistics.Dimension.Members;
import se.ledfyr.statistics.Dimension.OwnCode;
import se.ledfyr.statistics.PublishedTable.Change;
import se.ledfyr.statistics.PublishedTable.Content;
import se.ledfyr.statistics.PublishedTable.Counted;

/// Turns the parts of a declaration file into records that guard themselves.
///
/// @param populations those declared, by id
/// @param isList whether there is a code list of that name
/// @param codes the codes of a list, with their labels, in printed order
record DeclarationReader(
        Map<String, Population> populations, Predicate<String> isList, Function<String, List<OwnCode>> codes) {

    static Population population(YamlPart file) {
        file.onlyWith("id", "title", "source", "where");
        Source source = file.get("source").made(part -> Source.of(part.text()));
        return file.made(part ->
                new Population(part.text("id"), bilingual(part.get("title")), source, conditions(part, source)));
    }

    /// @param others tables read before, by id, for those that are made from another
    PublishedTable table(YamlPart file, Map<String, PublishedTable> others) {
        file.onlyWith(
                "id",
                "order",
                "title",
                "population",
                "where",
                "dimensions",
                "unit",
                "groups",
                "change_of",
                "notes",
                "source");
        Content content = file.made(part -> isChange(part) ? change(part, others) : counted(part));
        return file.made(part -> new PublishedTable(
                part.text("id"),
                part.get("order").number(),
                bilingual(part.get("title")),
                content,
                notes(part.get("notes")),
                bilingual(part.get("source"))));
    }

    static boolean isChange(YamlPart file) {
        return file.find("change_of").isPresent();
    }

    private Counted counted(YamlPart part) {
        YamlPart named = part.get("population");
        Population population = populations.get(named.text());
        if (population == null) {
            throw named.broken("unknown population " + named.text());
        }
        Unit unit = unit(part.get("unit"));
        List<Dimension> dimensions = part.get("dimensions").items().stream()
                .map(item -> item.made(dimension -> dimension(dimension, population.source(), unit)))
                .toList();
        if (dimensions.isEmpty()) {
            throw part.get("dimensions").broken("a table has at least the dimension year");
        }
        return new Counted(
                population,
                conditions(part, population.source()),
                dimensions,
                unit,
                part.find("groups").map(YamlPart::text));
    }

    private static Change change(YamlPart part, Map<String, PublishedTable> others) {
        YamlPart named = part.get("change_of");
        PublishedTable of = others.get(named.text());
        if (of == null) {
            throw named.broken("unknown table " + named.text());
        }
        if (unit(part.get("unit")) != Unit.PERCENT) {
            throw part.get("unit").broken("a change is given in percent");
        }
        return switch (of.content()) {
            case Counted counted -> new Change(of.id(), counted);
            case Change again -> throw named.broken("a change of a change is not made");
        };
    }

    private Dimension dimension(YamlPart part, Source source, Unit unit) {
        String id = part.text("id");
        if (id.equals(Dimension.Year.ID)) {
            part.onlyWith("id");
            return new Dimension.Year();
        }
        if (part.find("members").isPresent()) {
            part.onlyWith("id", "title", "members");
            return new Members(id, bilingual(part.get("title")), members(part, source, unit));
        }
        if (part.find("leave_out").isPresent()) {
            return leavingOut(part, source);
        }
        part.onlyWith("id", "title", "column", "list", "codes", "answers_to", "occurring", "empty", "total");
        return new Coded(
                id,
                bilingual(part.get("title")),
                column(part.get("column"), source),
                part.find("list").map(this::list),
                ownCodes(part),
                part.isTrue("occurring"),
                part.find("empty").map(DeclarationReader::empty).orElse(Empty.NEVER),
                part.isTrue("total"),
                0,
                Optional.empty());
    }

    /// Codes that stand in no list: written here, or those a questionnaire gives a question of its own, in any year.
    private static List<OwnCode> ownCodes(YamlPart part) {
        return part.find("answers_to")
                .map(question -> question.made(named -> Comparability.answersTo(named.text())))
                .orElseGet(() -> part.items("codes").stream()
                        .map(DeclarationReader::ownCode)
                        .toList());
    }

    /// A dimension that prints everybody, and everybody but each larger group.
    private static Dimension leavingOut(YamlPart part, Source source) {
        part.onlyWith("id", "title", "leave_out", "from", "within");
        int from = part.get("from").number();
        if (from < 1) {
            throw part.get("from").broken("a number of at least 1 is needed here");
        }
        return new Coded(
                part.text("id"),
                bilingual(part.get("title")),
                column(part.get("leave_out"), source),
                Optional.empty(),
                List.of(),
                true,
                Empty.NEVER,
                false,
                from,
                part.find("within").map(YamlPart::text));
    }

    private String list(YamlPart part) {
        if (!isList.test(part.text())) {
            throw part.broken("unknown code list " + part.text());
        }
        return part.text();
    }

    private static OwnCode ownCode(YamlPart part) {
        part.onlyWith("code", "sv", "en");
        return new OwnCode(part.text("code"), new Bilingual(part.text("sv"), part.text("en")));
    }

    private List<Member> members(YamlPart dimension, Source source, Unit unit) {
        List<Member> members = new ArrayList<>();
        for (YamlPart part : dimension.items("members")) {
            if (part.find("each_of").isPresent()) {
                members.addAll(eachOf(part, source, unit));
            } else {
                members.add(part.made(one -> member(one, source, unit)));
            }
        }
        return members;
    }

    private static Member member(YamlPart part, Source source, Unit unit) {
        part.onlyWith("code", "sv", "en", "where", "sum", "unit", "share_of");
        return new Member(
                part.text("code"),
                new Bilingual(part.text("sv"), part.text("en")),
                conditions(part, source),
                part.find("sum").map(sum -> column(sum, source)),
                part.find("unit").map(DeclarationReader::unit).orElse(unit),
                part.find("share_of").map(of -> column(of, source)));
    }

    /// A member for each code of a list that stands in a column, or in a column of lists: somebody with
    /// two codes is then in both. With `share_of` each is followed by its percentage of the sum of that column.
    private List<Member> eachOf(YamlPart part, Source source, Unit unit) {
        part.onlyWith("each_of", "column", "share_of");
        String column = column(part.get("column"), source);
        String list = list(part.get("each_of"));
        boolean single = source.typeOf(column) == String.class;
        Optional<String> shareOf = part.find("share_of").map(of -> column(of, source));
        List<Member> members = new ArrayList<>();
        for (OwnCode code : codes.apply(list)) {
            List<Condition> where = List.of(
                    single
                            ? new Condition.Is(column, List.of(code.code()))
                            : new Condition.Contains(column, code.code()));
            members.add(new Member(code.code(), code.label(), where, Optional.empty(), unit, Optional.empty()));
            shareOf.ifPresent(of -> members.add(
                    new Member(code.code(), code.label(), where, Optional.empty(), Unit.SHARE, Optional.of(of))));
        }
        return members;
    }

    private static String column(YamlPart part, Source source) {
        part.made(named -> source.typeOf(named.text()));
        return part.text();
    }

    private static List<Condition> conditions(YamlPart part, Source source) {
        return conditions(part.items("where"), source);
    }

    private static List<Condition> conditions(List<YamlPart> items, Source source) {
        return items.stream().map(item -> condition(item, source)).toList();
    }

    private static Condition condition(YamlPart part, Source source) {
        part.onlyWith("column", "is", "above", "contains", "overlaps", "stated");
        String column = column(part.get("column"), source);
        List<Condition> found = new ArrayList<>();
        part.find("is")
                .ifPresent(values -> found.add(new Condition.Is(
                        column, values.items().stream().map(YamlPart::text).toList())));
        part.find("above").ifPresent(bound -> found.add(new Condition.Above(column, bound.number())));
        part.find("contains").ifPresent(code -> found.add(new Condition.Contains(column, code.text())));
        part.find("overlaps")
                .ifPresent(codes -> found.add(new Condition.Overlaps(
                        column, codes.items().stream().map(YamlPart::text).toList())));
        if (part.isTrue("stated")) {
            found.add(new Condition.Stated(column));
        }
        if (found.size() != 1) {
            throw part.broken("a condition is exactly one of is, above, contains, overlaps, stated");
        }
        return found.getFirst();
    }

    private static Empty empty(YamlPart part) {
        return switch (part.text()) {
            case "not_stated" -> Empty.NOT_STATED;
            case "left_out" -> Empty.LEFT_OUT;
            default -> throw part.broken("empty is not_stated or left_out");
        };
    }

    private static Unit unit(YamlPart part) {
        return part.made(named -> Unit.of(named.text()));
    }

    private static Bilingual bilingual(YamlPart part) {
        part.onlyWith("sv", "en");
        return part.made(texts -> new Bilingual(texts.text("sv"), texts.text("en")));
    }

    private static List<Bilingual> notes(YamlPart part) {
        part.onlyWith("sv", "en");
        List<YamlPart> swedish = part.items("sv");
        List<YamlPart> english = part.items("en");
        if (swedish.size() != english.size()) {
            throw part.broken("every note stands in both languages");
        }
        List<Bilingual> notes = new ArrayList<>();
        for (int i = 0; i < swedish.size(); i++) {
            notes.add(new Bilingual(swedish.get(i).text(), english.get(i).text()));
        }
        return notes;
    }
}
