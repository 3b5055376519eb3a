import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts a file of registrations into the shares that invented registers are drawn from. Run from the root:
///
///     java tools/DeriveShares.java app/src/test/resources/reference/coordinator_registrations.csv \
///         > app/src/main/resources/fiction/shares.tsv
///
/// Singles and members of group events are counted apart, since what a group shares is drawn once a group. Only counts
/// of values leave the file, no row.
public final class DeriveShares {

    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    private DeriveShares() {}

    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        Map<String, Integer> events = new TreeMap<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns.get(i), cells[i]);
            }
            rows.add(row);
            if (!row.get("event_id").isEmpty()) {
                events.merge(row.get("event_id"), 1, Integer::sum);
            }
        }
        rows.forEach(DeriveShares::count);
        events.values().forEach(size -> count("event_size", "", size.toString()));
        events.keySet().forEach(event -> count("unit", "", "event"));
        System.out.println("list\tgiven\tvalue\tweight");
        COUNTS.forEach((key, number) -> System.out.println(key + "\t" + number));
    }

    private static void count(Map<String, String> row) {
        String kind = row.get("event_id").isEmpty() ? "single" : "event";
        if (kind.equals("single")) {
            count("unit", "", "single");
        }
        String forms = row.get("forms");
        String labour = forms.contains("labour") ? "labour" : "no labour";
        count("region", kind, row.get("region"));
        count("municipality", row.get("region"), row.get("municipality_code"));
        count("who", kind, row.get("sex") + " " + row.get("age_group"));
        int year = Integer.parseInt(row.get("registered_on").substring(0, 4));
        String born = row.get("birth_year");
        count("age", row.get("age_group"), born.isEmpty() ? "" : String.valueOf(year - Integer.parseInt(born)));
        count("citizenship", kind, row.get("citizenship"));
        count("forms", kind, forms);
        count("sector", kind + " " + forms, row.get("sector"));
        count("referred_by", kind + " " + labour, row.get("referred_by"));
        count("began", labour, row.get("began"));
        count("setting", row.get("began"), row.get("setting"));
        count("children", "", row.get("children_accompanying"));
        count("amp", "", row.get("amp_requested"));
        count("reflection", "", row.get("reflection_requested"));
    }

    private static void count(String list, String given, String value) {
        COUNTS.merge(list + "\t" + given + "\t" + value, 1, Integer::sum);
    }
}
