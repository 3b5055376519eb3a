package se.ledfyr.codes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All code lists at one moment, immutable, for looking things up without asking the database again.
public final class CodeBook {

    private final Map<String, Map<String, List<Code>>> lists;

    private CodeBook(Map<String, Map<String, List<Code>>> lists) {
        this.lists = lists;
    }

    static CodeBook of(Collection<Code> codes) {
        Map<String, Map<String, List<Code>>> lists = new LinkedHashMap<>();
        codes.stream()
                .sorted(Comparator.comparing(Code::list)
                        .thenComparing(Code::sort)
                        .thenComparing(Code::code))
                .forEach(code -> lists.computeIfAbsent(code.list(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(code.code(), name -> new ArrayList<>(1))
                        .add(code));
        return new CodeBook(lists);
    }

    /// The lists that Ledfyr is delivered with, for commands that run without a database.
    public static CodeBook delivered() {
        return DeliveredCodes.BOOK;
    }

    /// The codes of a list that may be used on a day, in their printed order. An unknown list is empty.
    public List<Code> list(String list, LocalDate day) {
        return lists.getOrDefault(list, Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(code -> code.isValidOn(day))
                .toList();
    }

    /// Every code that a list ever had, in printed order; the newest where a code has changed. An unknown list is
    /// empty.
    public List<Code> listEver(String list) {
        return lists.getOrDefault(list, Map.of()).values().stream()
                .map(List::getLast)
                .toList();
    }

    /// Whether there is a list of that name.
    public boolean has(String list) {
        return lists.containsKey(list);
    }

    /// The code as it stood on a day, if it was valid then.
    public Optional<Code> find(String list, String code, LocalDate day) {
        return versions(list, code).stream()
                .filter(version -> version.isValidOn(day))
                .findFirst();
    }

    public boolean isValid(String list, String code, LocalDate day) {
        return find(list, code, day).isPresent();
    }

    /// What to print for a code, whether or not it is still valid; the code itself when it was never known.
    public String label(String list, String code, Locale language) {
        List<Code> versions = versions(list, code);
        return versions.isEmpty() ? code : versions.getLast().label(language);
    }

    /// The police region a municipality belongs to on a day.
    public Optional<String> regionOf(String municipality, LocalDate day) {
        return find("municipality", municipality, day)
                .map(Code::parent)
                .flatMap(county -> find("county", county, day))
                .map(Code::parent);
    }

    private List<Code> versions(String list, String code) {
        return lists.getOrDefault(list, Map.of()).getOrDefault(code, List.of());
    }
}
