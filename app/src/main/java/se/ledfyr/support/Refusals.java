package se.ledfyr.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;

/// Counting how municipalities refuse: for the programme's office its own applications, for those who read the facts of
/// the country all of them.
@Service
@Transactional
public class Refusals {

    private static final String COUNT = """
            select application_id, municipality_code, declined, in_writing, asked_in_writing and not in_writing as in_vain, sex,
                   case when cardinality(forms) = 1 then forms[1] when cardinality(forms) > 1 then 'multiple' end as form
            from support_api.municipal_refusal
            where applied_on >= make_date(?, 1, 1) and applied_on < make_date(? + 1, 1, 1)
            """;

    private static final String YEARS = """
            select distinct extract(year from applied_on)::int as year from support_api.municipal_refusal order by 1
            """;

    private static final String NOT_KNOWN = "not_known";

    private final DSLContext sql;
    private final NationalFacts facts;
    private final Codes codes;
    private final Office office;
    private final AuditLog audit;

    Refusals(DSLContext sql, NationalFacts facts, Codes codes, Office office, AuditLog audit) {
        this.sql = sql;
        this.facts = facts;
        this.codes = codes;
        this.office = office;
        this.audit = audit;
    }

    /// Whether the acting member may read the report.
    public boolean isOpen() {
        return mayReadAll() || office.isHere();
    }

    /// The years that have any, the earliest first.
    ///
    /// @throws NotHere for everybody who may not read the report
    public List<Integer> years() {
        if (!isOpen()) {
            throw new NotHere();
        }
        return mayReadAll()
                ? facts.read(national -> national.fetch(YEARS)).getValues("year", Integer.class)
                : sql.fetch(YEARS).getValues("year", Integer.class);
    }

    /// @param year of the application
    /// @throws NotHere for everybody else
    public RefusalReport report(int year) {
        if (!isOpen()) {
            throw new NotHere();
        }
        audit.note(Action.READ, Subject.TABLE, List.of(), null, "refusals");
        List<Record> rows = mayReadAll()
                ? List.copyOf(facts.read(national -> national.fetch(COUNT, year, year)))
                : List.copyOf(sql.fetch(COUNT, year, year));
        return gather(rows, codes.book(), office.today());
    }

    private static boolean mayReadAll() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_NATIONAL_FACTS))
                .isPresent();
    }

    private static RefusalReport gather(List<Record> rows, CodeBook book, LocalDate today) {
        Map<String, int[]> regions = new TreeMap<>();
        Map<String, int[]> municipalities = new TreeMap<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Map<String, String> regionOf = new TreeMap<>();
        Map<String, String> kindOf = new TreeMap<>();
        List<RefusalGroups.One> each = rows.stream().map(Refusals::one).toList();
        for (RefusalGroups.One one : each) {
            String municipality = one.municipality();
            String region = regionOf.computeIfAbsent(
                    municipality, code -> book.regionOf(code, today).orElse("unknown"));
            kindOf.computeIfAbsent(municipality, code -> kind(code, book, today));
            add(regions, region, one);
            add(municipalities, municipality, one);
        }
        rows.forEach(row -> reasons.merge(row.get("declined", String.class), 1, Integer::sum));
        List<RefusalLine> byRegion = new ArrayList<>();
        regions.forEach((region, counts) -> byRegion.add(line(region, null, counts)));
        List<RefusalLine> byMunicipality = new ArrayList<>();
        municipalities.forEach(
                (code, counts) -> byMunicipality.add(line(regionOf.getOrDefault(code, "unknown"), code, counts)));
        return new RefusalReport(
                byRegion,
                byMunicipality,
                reasons,
                RefusalGroups.by(each, RefusalGroups.One::sex),
                RefusalGroups.by(each, RefusalGroups.One::form),
                RefusalGroups.by(each, one -> kindOf.getOrDefault(one.municipality(), "other")));
    }

    /// What a grant says of whoever was refused. Where there is none, nobody says.
    private static RefusalGroups.One one(Record row) {
        @Nullable String sex = row.get("sex", String.class);
        @Nullable String form = row.get("form", String.class);
        return new RefusalGroups.One(
                row.get("application_id", UUID.class),
                row.get("municipality_code", String.class),
                sex == null ? NOT_KNOWN : sex,
                form == null ? NOT_KNOWN : form,
                row.get("in_writing", Boolean.class),
                row.get("in_vain", Boolean.class));
    }

    private static String kind(String municipality, CodeBook book, LocalDate today) {
        return book.find("kind_of_municipality", municipality, today)
                .map(Code::parent)
                .orElse("other");
    }

    private static RefusalLine line(String region, @Nullable String municipality, int[] counts) {
        return new RefusalLine(region, municipality, counts[0], counts[1], counts[2]);
    }

    private static void add(Map<String, int[]> counted, String key, RefusalGroups.One one) {
        int[] counts = counted.computeIfAbsent(key, none -> new int[3]);
        counts[0]++;
        counts[1] += one.written() ? 1 : 0;
        counts[2] += one.inVain() ? 1 : 0;
    }
}
